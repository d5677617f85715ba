//! Reads sentences on a thread of its own: what the words tell is told at once, and nobody waits for the encoder.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use mailwijs_checks::Report;

use super::{LayerState, SentenceLayer};
use crate::engine::Examined;
use crate::watch::EngineCell;

/// After so long without work the memory of the weights is given back.
const REST_AFTER: Duration = Duration::from_secs(20);
/// So many mails wait at most; what comes on top is told by its words alone.
const MOST: usize = 1024;

/// Whose turn it is: somebody who waits for an answer, then drafts, then mail that came in or has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    /// A text that somebody waits for; each with a number of its own.
    Text(u64),
    /// A draft. A newer version takes the place of one that waits.
    Draft(u64),
    /// Any other mail; each with a number of its own.
    Mail(u64),
}

/// A mail that was checked by its words and waits for its sentences to be read.
struct Job {
    turn: Turn,
    examined: Arc<Examined>,
    done: Done,
}

/// Takes the mail, and the report by its words and its sentences.
type Done = Box<dyn FnOnce(Arc<Examined>, Report) + Send>;

/// What waits, and how the layer stands.
struct Desk {
    jobs: Vec<Job>,
    texts: u64,
    state: LayerState,
    awake: bool,
}

/// The way to the thread that reads sentences; it ends with the last clone.
#[derive(Clone)]
pub struct Reader {
    desk: Arc<Mutex<Desk>>,
    wake: Sender<()>,
}

impl Reader {
    /// Starts reading with this layer, under the engine in force; without an encoder there is nothing to start.
    pub fn start(engine: EngineCell, layer: SentenceLayer) -> Self {
        Self::resting_after(REST_AFTER, engine, layer)
    }

    /// The same, with another time after which the memory of the weights is given back.
    pub fn resting_after(idle: Duration, engine: EngineCell, layer: SentenceLayer) -> Self {
        let desk = Arc::new(Mutex::new(Desk {
            jobs: Vec::new(),
            texts: 0,
            state: layer.state(),
            awake: false,
        }));
        let (wake, woken) = bounded(1);
        if layer.state() == LayerState::Present {
            let desk = Arc::clone(&desk);
            thread::spawn(move || work(idle, &engine, layer, &desk, &woken));
        }
        Self { desk, wake }
    }

    /// Whether sentences are read.
    pub fn state(&self) -> LayerState {
        lock(&self.desk).state
    }

    /// Whether the weights are in memory now.
    pub fn is_awake(&self) -> bool {
        lock(&self.desk).awake
    }

    /// Has the sentences of a text read before anything else, and waits for it; gives the report by its words where there is no
    /// encoder.
    pub fn read_now(&self, examined: &Arc<Examined>) -> Report {
        let number = {
            let mut desk = lock(&self.desk);
            desk.texts += 1;
            desk.texts
        };
        let (reply, answer) = bounded(1);
        let asked = self.read(Turn::Text(number), examined, move |_, report| {
            // Whoever asked waits below.
            let _ = reply.send(report);
        });
        let read = asked.then(|| answer.recv().ok()).flatten();
        read.unwrap_or_else(|| examined.report.clone())
    }

    /// Has the sentences of a mail read, in its turn; `done` is called then, unless a newer version came first. `false` when
    /// nothing will come of it.
    pub fn read(
        &self,
        turn: Turn,
        examined: &Arc<Examined>,
        done: impl FnOnce(Arc<Examined>, Report) + Send + 'static,
    ) -> bool {
        let mut desk = lock(&self.desk);
        if desk.state != LayerState::Present {
            return false;
        }
        let job = Job {
            turn,
            examined: Arc::clone(examined),
            done: Box::new(done),
        };
        let full = desk.jobs.len() >= MOST;
        match desk.jobs.iter_mut().find(|job| job.turn == turn) {
            Some(older) => *older = job,
            None if full => return false,
            None => desk.jobs.push(job),
        }
        drop(desk);
        // Full means that the thread was called already.
        let _ = self.wake.try_send(());
        true
    }
}

#[cfg(test)]
impl Reader {
    /// A reader that takes every mail and comes to none.
    pub(crate) fn busy() -> Self {
        let desk = Desk {
            jobs: Vec::new(),
            texts: 0,
            state: LayerState::Present,
            awake: false,
        };
        Self {
            desk: Arc::new(Mutex::new(desk)),
            wake: bounded(1).0,
        }
    }
}

impl Desk {
    /// The next job: of the first kind there is, the one that waits longest.
    fn next(&mut self) -> Option<Job> {
        let kind = |turn: Turn| match turn {
            Turn::Text(_) => 0,
            Turn::Draft(_) => 1,
            Turn::Mail(_) => 2,
        };
        let waiting = self.jobs.iter().enumerate();
        let (first, _) = waiting.min_by_key(|(at, job)| (kind(job.turn), *at))?;
        Some(self.jobs.remove(first))
    }
}

fn work(
    idle: Duration,
    engine: &EngineCell,
    mut layer: SentenceLayer,
    desk: &Mutex<Desk>,
    woken: &Receiver<()>,
) {
    loop {
        match woken.recv_timeout(idle) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => {
                layer.rest();
                lock(desk).awake = false;
                if woken.recv().is_err() {
                    return;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
        loop {
            let Some(job) = lock(desk).next() else { break };
            let read = catch_unwind(AssertUnwindSafe(|| {
                engine.get().read_sentences(&job.examined, &mut layer)
            }));
            let report = read.unwrap_or_else(|_| job.examined.report.clone());
            let mut now = lock(desk);
            (now.state, now.awake) = (layer.state(), layer.is_awake());
            drop(now);
            (job.done)(job.examined, report);
        }
    }
}

fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use mailwijs_checks::Channel;
    use mailwijs_detect::ClassList;
    use mailwijs_mail::{Direction, Mail};
    use mailwijs_policy::Template;

    use super::*;
    use crate::engine::Engine;

    fn version(subject: &str) -> Arc<Examined> {
        let engine = Engine::new(Template::Flemish.policy(), &ClassList::default());
        let mail = Mail {
            subject: subject.to_owned(),
            ..Mail::default()
        };
        Arc::new(engine.examine(mail, Direction::Draft, Channel::Mail))
    }

    #[test]
    fn whoever_waits_comes_first_then_drafts_by_their_last_version_then_other_mail() {
        let reader = Reader::busy();
        let ask = |turn, subject| assert!(reader.read(turn, &version(subject), |_, _| {}));
        ask(Turn::Mail(1), "received");
        ask(Turn::Draft(7), "first version");
        ask(Turn::Draft(2), "another draft");
        ask(Turn::Draft(7), "last version");
        ask(Turn::Text(1), "a text");
        let order: Vec<String> = std::iter::from_fn(|| lock(&reader.desk).next())
            .map(|job| job.examined.mail.subject.clone())
            .collect();
        assert_eq!(order, ["a text", "last version", "another draft", "received"]);
    }

    #[test]
    fn without_an_encoder_nothing_is_promised() {
        let engine = Engine::new(Template::Flemish.policy(), &ClassList::default());
        let reader = Reader::start(EngineCell::new(engine), SentenceLayer::at(None));
        assert!(!reader.read(Turn::Draft(1), &version("a draft"), |_, _| {}));
        assert_eq!(reader.read_now(&version("a text")), version("a text").report);
    }
}
