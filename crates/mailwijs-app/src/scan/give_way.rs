//! Whoever works at the computer comes first.

/// Has every other program go before this thread and those it starts: for the processor, and on Linux and Windows for the disk
/// too. A system that does not allow it changes nothing.
#[cfg(unix)]
pub fn give_way() {
    /// Half of the way down; on Linux the disk's scheduler reads it too.
    const NICENESS: i32 = 10;
    // Refused to a thread that gives way even more.
    let _ = rustix::process::setpriority_process(None, NICENESS);
}

/// The same, in the mode that Windows has for it.
#[cfg(windows)]
pub fn give_way() {
    use thread_priority::{ThreadPriority, WinAPIThreadPriority, set_current_thread_priority};
    let _ = set_current_thread_priority(ThreadPriority::Os(
        WinAPIThreadPriority::BackgroundModeBegin.into(),
    ));
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_thread_gives_way_and_those_it_starts() {
        let of_this_thread = || rustix::process::getpriority_process(None).unwrap();
        let (before, here, started) = std::thread::spawn(move || {
            let before = of_this_thread();
            give_way();
            (
                before,
                of_this_thread(),
                std::thread::spawn(of_this_thread).join().unwrap(),
            )
        })
        .join()
        .unwrap();
        assert!(here >= before.max(10), "{before} {here}");
        assert_eq!(started, here);
        assert_eq!(of_this_thread(), before);
    }
}
