//! The computer slept: connections are dead, and nobody says so.

use std::time::{Duration, Instant, SystemTime};

use tokio::time::sleep;

/// How often the clocks are compared.
const BEAT: Duration = Duration::from_secs(5);

/// The wall clock went on for so much longer than the other: the computer slept, or the clock was set.
const SLEPT: Duration = Duration::from_secs(30);

/// Ends once the computer has slept.
pub(super) async fn slept() {
    loop {
        let (wall, steady) = (SystemTime::now(), Instant::now());
        sleep(BEAT).await;
        if has_slept(wall.elapsed().unwrap_or_default(), steady.elapsed()) {
            return;
        }
    }
}

/// On some systems the steady clock stands still in sleep, on others it goes on and the beat comes late.
fn has_slept(wall: Duration, steady: Duration) -> bool {
    wall.saturating_sub(steady) > SLEPT || steady > BEAT + SLEPT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_part_tell_of_sleep() {
        let [beat, late, night] = [5, 9, 8 * 3600].map(Duration::from_secs);
        assert!(!has_slept(beat, beat));
        assert!(!has_slept(late, late), "a busy computer is not asleep");
        assert!(
            has_slept(night, beat),
            "Linux and macOS: the steady clock stood still"
        );
        assert!(has_slept(night, night), "Windows: it went on");
        assert!(!has_slept(Duration::ZERO, beat), "the clock was set back");
    }
}
