//! Work on many mails, spread over the cores of this computer.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each item, in the order of the items. A panic in it goes on here.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    // Whoever is free takes the next: a long mail takes as long as a hundred short ones.
    let worker = || {
        let mut made = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            match items.get(index) {
                Some(item) => made.push((index, work(item))),
                None => return made,
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut all: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(worker)).collect();
        let done = workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        done.flatten().collect()
    });
    all.sort_unstable_by_key(|(index, _)| *index);
    all.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread::{self, available_parallelism};
    use std::time::Duration;

    use super::map;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<u64> = (0..40).collect();
        // The first ones are ready last.
        let made = map(&items, |item| {
            thread::sleep(Duration::from_millis(4_u64.saturating_sub(*item)));
            item * 2
        });
        let expected: Vec<u64> = items.iter().map(|item| item * 2).collect();
        assert_eq!(made, expected);
        assert_eq!(map(&[], |item: &u64| *item), Vec::<u64>::new());
    }

    #[test]
    fn every_core_is_at_work() {
        let cores = available_parallelism().map_or(1, std::num::NonZero::get);
        // Nobody passes it before all are there.
        let all_there = Barrier::new(cores);
        let items = vec![(); cores];
        let leaders = map(&items, |()| all_there.wait().is_leader());
        assert_eq!(leaders.into_iter().filter(|leads| *leads).count(), 1);
    }

    #[test]
    #[should_panic(expected = "a mail that cannot be read")]
    fn a_panic_is_not_swallowed() {
        map(&[1, 2, 3], |item| {
            assert!(*item != 2, "a mail that cannot be read");
        });
    }
}
