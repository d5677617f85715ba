//! Work on many messages, spread over the cores, with the results in the order of the messages.

use std::collections::BTreeMap;
use std::mem;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::bounded;

/// So many messages may be ahead of the slowest at most, so that results do not pile up behind it.
const AHEAD: usize = 256;
/// For items that need no waiting for: waking somebody takes as long as checking a small message.
pub const TOGETHER: Duration = Duration::from_millis(2);

/// As many as this computer has.
pub fn all_cores() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// Hands what `work` makes of each item to `each`, in the order of the items, until it answers `false`.
///
/// Each of the `cores` works on one item at a time, with a tool of its own; no more items than that are in memory. What a core makes
/// within the time `together` is handed over at once: zero where an item may have to be waited for. A panic in `work` goes on
/// here.
pub fn in_order<T: Send, R: Send, W>(
    items: impl Iterator<Item = T> + Send,
    cores: NonZero<usize>,
    together: Duration,
    tool: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, T) -> R + Sync,
    mut each: impl FnMut(R) -> bool,
) {
    let items = Mutex::new(items.enumerate());
    let (done, results) = bounded(AHEAD);
    let (give, leave) = bounded(AHEAD);
    for _ in 0..AHEAD {
        // There is room for as many.
        let _ = give.try_send(());
    }
    thread::scope(|scope| {
        // Gone when this ends, however it ends: then nobody waits for leave any more.
        let (done, give) = (done, give);
        for _ in 0..cores.get() {
            let (done, leave) = (done.clone(), leave.clone());
            let (items, tool, work) = (&items, &tool, &work);
            scope.spawn(move || {
                let mut tool = tool();
                let (mut made, mut handed_over) = (Vec::new(), Instant::now());
                loop {
                    // Nobody waits with something in hand that others wait for.
                    if leave.try_recv().is_err()
                        && (done.send(mem::take(&mut made)).is_err() || leave.recv().is_err())
                    {
                        return;
                    }
                    let next = items.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((index, item)) = next else { break };
                    made.push((index, catch_unwind(AssertUnwindSafe(|| work(&mut tool, item)))));
                    if handed_over.elapsed() >= together {
                        if done.send(mem::take(&mut made)).is_err() {
                            return;
                        }
                        handed_over = Instant::now();
                    }
                }
                // Nobody listens any more when it was broken off.
                let _ = done.send(made);
            });
        }
        drop(done);
        let (mut waiting, mut turn) = (BTreeMap::new(), 0);
        for (index, made) in results.into_iter().flatten() {
            waiting.insert(index, made);
            while let Some(made) = waiting.remove(&turn) {
                turn += 1;
                if !each(made.unwrap_or_else(|panic| resume_unwind(panic))) {
                    return;
                }
                // Nobody takes leave any more once the items have ended.
                let _ = give.try_send(());
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut made = Vec::new();
        in_order(
            0..2000_u64,
            all_cores(),
            TOGETHER,
            || (),
            |(), item| {
                // Some take longer than those behind them.
                thread::sleep(Duration::from_micros(if item % 50 == 0 { 2000 } else { 0 }));
                item * 2
            },
            |result| {
                made.push(result);
                true
            },
        );
        assert_eq!(made, (0..2000).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn nobody_runs_far_ahead_of_a_slow_one() {
        let taken = AtomicUsize::new(0);
        let items = (0..5000).inspect(|_| {
            taken.fetch_add(1, Ordering::SeqCst);
        });
        let mut ahead = 0;
        in_order(
            items,
            all_cores(),
            TOGETHER,
            || (),
            |(), item| {
                if item == 0 {
                    thread::sleep(Duration::from_millis(200));
                }
                item
            },
            |item| {
                if item == 0 {
                    ahead = taken.load(Ordering::SeqCst);
                }
                true
            },
        );
        assert!(ahead <= AHEAD, "{ahead}");
    }

    #[test]
    fn what_is_made_is_handed_over_before_the_next_item_is_waited_for() {
        let (told, heard) = bounded(1);
        let items = (0..3).inspect(|item| {
            if *item > 0 {
                assert_eq!(heard.recv_timeout(Duration::from_secs(10)), Ok(item - 1));
            }
        });
        in_order(
            items,
            all_cores(),
            Duration::ZERO,
            || (),
            |(), item| item,
            |item| told.send(item).is_ok(),
        );
    }

    #[test]
    fn it_stops_when_told_to() {
        let mut count = 0;
        in_order(
            0..,
            all_cores(),
            TOGETHER,
            || (),
            |(), item: u64| item,
            |_| {
                count += 1;
                count < 10
            },
        );
        assert_eq!(count, 10);
    }

    #[test]
    #[should_panic(expected = "cannot be checked")]
    fn a_panic_is_not_swallowed() {
        in_order(
            0..1000,
            all_cores(),
            TOGETHER,
            || (),
            |(), item| assert!(item != 500, "cannot be checked"),
            |()| true,
        );
    }
}
