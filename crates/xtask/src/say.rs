//! How the commands speak: headlines, plain lines, durations.

use std::io::{IsTerminal, Write};
use std::time::Duration;

/// A headline: what starts now, and how long it may take.
pub fn headline(what: &str, expected: &str) {
    println!("\n== {what} ({expected})");
    flush();
}

/// One plain line.
pub fn line(text: &str) {
    println!("{text}");
    flush();
}

/// A line that the next one replaces; nothing when nobody looks at a terminal.
pub fn passing(text: &str) {
    if std::io::stdout().is_terminal() {
        let short: String = text.chars().take(100).collect();
        print!("\r\x1b[2K   {short}");
        flush();
    }
}

/// Takes the passing line away.
pub fn settle() {
    if std::io::stdout().is_terminal() {
        print!("\r\x1b[2K");
        flush();
    }
}

/// `48 s` or `3 min 05 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds} s")
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn flush() {
    // A closed pipe (`| head`) is the reader's choice, not an error.
    let _ = std::io::stdout().flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_a_clock() {
        assert_eq!(duration(Duration::from_secs(48)), "48 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }
}
