//! The thread on which documents are read.
//!
//! Starting a thread and giving its stack back takes longer than reading a small document: each thread that asks keeps one.

use crate::extract::read;
use crate::sink::Sink;
use crate::{Extracted, Limits};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

/// Room for the deepest recursion a document parser allows itself.
const STACK: usize = 16 << 20;

thread_local! {
    /// The one that waits for this thread; it ends when this thread does.
    static WAITING: Cell<Option<Reader>> = const { Cell::new(None) };
}

/// A document to read.
pub(crate) struct Task {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

/// What came of it.
pub(crate) enum Answer {
    /// What was read; `None` when the parser crashed. The bytes are given back.
    Read(Option<Extracted>, Vec<u8>),
    /// The time was up. The parser goes on until it notices, with the bytes.
    TooSlow,
    /// The system gives no thread.
    NoThread,
}

/// A thread that reads one document after another.
struct Reader {
    tasks: Sender<(Task, Sink)>,
    answers: Receiver<(Option<Extracted>, Vec<u8>)>,
}

/// Reads a document within the limits of time and text.
pub(crate) fn supervised(task: Task, limits: &Limits) -> Answer {
    let waiting = WAITING.try_with(Cell::take).ok().flatten();
    let Some(reader) = waiting.or_else(Reader::start) else {
        return Answer::NoThread;
    };
    let stop = Arc::new(AtomicBool::new(false));
    let sink = Sink::new(*limits, Arc::clone(&stop));
    // It listens as long as somebody may ask.
    if reader.tasks.send((task, sink)).is_err() {
        return Answer::NoThread;
    }
    match reader.answers.recv_timeout(limits.time) {
        Ok((found, bytes)) => {
            // A thread that is about to end needs none any more.
            let _ = WAITING.try_with(|waiting| waiting.set(Some(reader)));
            Answer::Read(found, bytes)
        }
        Err(RecvTimeoutError::Disconnected) => Answer::Read(None, Vec::new()),
        Err(RecvTimeoutError::Timeout) => {
            // The next document is read by another thread.
            stop.store(true, Ordering::Relaxed);
            Answer::TooSlow
        }
    }
}

impl Reader {
    fn start() -> Option<Self> {
        let (tasks, coming) = channel::<(Task, Sink)>();
        let (done, answers) = channel();
        let work = move || {
            for (task, sink) in coming {
                let found = catch_unwind(AssertUnwindSafe(|| {
                    let mut sink = sink;
                    read(&task.name, &task.media_type, &task.bytes, 0, &mut sink);
                    sink.into_found()
                }));
                // Nobody listens any more when the time was up.
                if done.send((found.ok(), task.bytes)).is_err() {
                    return;
                }
            }
        };
        std::thread::Builder::new()
            .name("attachment".to_owned())
            .stack_size(STACK)
            .spawn(work)
            .ok()?;
        Some(Self { tasks, answers })
    }
}
