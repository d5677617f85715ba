//! The walk itself, on a thread of its own that gives way to everybody else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Sender, bounded};
use mailwijs_checks::{Channel, Finding};
use mailwijs_history::Hasher;
use mailwijs_mail::Direction;
use mailwijs_policy::{RuleId, Severity};
use mailwijs_store::{FolderRole, MailStore, RawMessage, Sought};

use crate::cases::ByHistory;
use crate::check::{Reading, Since, Tell, Unreadable};
use crate::desktop::event::AppEvent;
use crate::desktop::found::{Find, Place, Told, Words, source_of};
use crate::engine::{Engine, Examined};
use crate::ipc::line::Summary;
use crate::mailbox::{MailboxError, OpenMailbox};
use crate::scan::{Bookmark, Course, Known, Pace, Step, Walk};
use crate::sentence_layer::SentenceLayer;

/// How often it is told how far it is.
const OFTEN: Duration = Duration::from_millis(500);

/// What does not belong in a mailbox however old it is. An old mail with a false link or a sign-up has done its harm, or none.
const KEPT_FOR_GOOD: [RuleId; 3] = [RuleId::SensitivePupilData, RuleId::Identifier, RuleId::Password];

/// Everything that it takes.
pub struct Job {
    pub stores: Vec<MailStore>,
    pub mailboxes: Vec<OpenMailbox>,
    pub engine: Arc<Engine>,
    pub encoder: Option<PathBuf>,
    pub since: Option<Since>,
    pub bookmark: Bookmark,
    pub known: Known,
    /// Of the part that was done before.
    pub summary: Summary,
    pub hasher: Hasher,
    pub stop: Arc<AtomicBool>,
    pub events: Sender<AppEvent>,
}

/// How it goes.
pub enum ScanNews {
    /// So far.
    At(ScanAt),
    /// A mail was found; whoever scans waits until it was taken down.
    Found(Box<Find>, Sender<()>),
    /// It has ended.
    Ended(ScanEnd),
    /// Something went wrong that nobody foresaw.
    Broken,
}

/// How far it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScanAt {
    /// In percent; `None` where that cannot be told.
    pub share: Option<u8>,
    /// The folder, or the mailbox on a server.
    pub place: String,
    /// Messages that were read.
    pub messages: u64,
    /// Among them those in which something was found.
    pub found: u64,
    /// And those that could not be read.
    pub errors: u64,
}

/// How it ended.
pub struct ScanEnd {
    pub at: ScanAt,
    /// Mailboxes that could not be read to the end, and why.
    pub failed: Vec<(OpenMailbox, MailboxError)>,
}

/// What is told of one message.
struct Seen {
    find: Option<Box<Find>>,
    unread: bool,
}

struct Finder {
    hasher: Hasher,
}

impl Tell for Finder {
    type Told = Seen;

    fn checked(&self, message: &RawMessage, examined: Examined) -> Seen {
        let find = (examined.direction == Direction::Received)
            .then(|| examined.report.findings.iter().find(|finding| stays(finding)))
            .flatten()
            .map(|finding| Box::new(self.find(message, &examined, finding)));
        Seen { find, unread: false }
    }

    fn unreadable(&self, _: &std::path::Path, _: Option<u64>, _: Unreadable<'_>) -> Seen {
        Seen {
            find: None,
            unread: true,
        }
    }
}

impl Finder {
    fn find(&self, message: &RawMessage, examined: &Examined, finding: &Finding) -> Find {
        // Of its files only the beginning was read for the checks.
        let whole = mailwijs_mail::parse(&message.bytes);
        Find {
            told: Told::of(
                finding,
                examined.mail.date,
                source_of(&message.store, &self.hasher),
            ),
            sought: Sought::of(0, &whole, &ByHistory(self.hasher.clone())),
            words: Words::of(&whole),
            place: Place {
                store: message.store.clone(),
                folder: message.folder.clone(),
                key: message.key.clone(),
            },
        }
    }
}

fn stays(finding: &Finding) -> bool {
    finding.severity >= Severity::Warn && KEPT_FOR_GOOD.contains(&finding.rule)
}

/// Mail that came in stands in these.
pub fn holds_received(role: FolderRole) -> bool {
    matches!(role, FolderRole::Inbox | FolderRole::Archive | FolderRole::Other)
}

impl Job {
    /// Walks on a thread of its own.
    pub fn start(self) {
        let events = self.events.clone();
        thread::spawn(move || {
            if catch_unwind(AssertUnwindSafe(|| self.run())).is_err() {
                // Once the app closes nobody listens.
                let _ = events.send(AppEvent::ScanGoes(ScanNews::Broken));
            }
        });
    }

    /// Walks to the end, or until it is stopped.
    fn run(mut self) {
        inboxes_first(&mut self.stores);
        let finder = Finder {
            hasher: self.hasher.clone(),
        };
        let layer = Mutex::new(SentenceLayer::at(self.encoder.clone()));
        let known = self.known.clone();
        let engine = Arc::clone(&self.engine);
        let walk = Walk {
            reading: Reading {
                engine: &engine,
                channel: Channel::Mail,
                direction: None,
                since: self.since,
                tell: &finder,
            },
            layer: &|| layer.lock().unwrap_or_else(PoisonError::into_inner).shared(),
            roles: &holds_received,
            pace: Pace::Quiet,
            newest_first: true,
            known: &known,
        };
        let course = Course::over(&self.stores, &holds_received);
        let (stores, mailboxes) = (
            std::mem::take(&mut self.stores),
            std::mem::take(&mut self.mailboxes),
        );
        let mut going = Going {
            job: self,
            course,
            place: String::new(),
            share: None,
            told: Instant::now(),
            kept: true,
        };
        for (number, store) in stores.iter().enumerate() {
            if going.goes_on() {
                walk.store(store, &mut |step| going.take(number, step));
            }
        }
        let mut failed = Vec::new();
        for open in mailboxes {
            if !going.goes_on() {
                break;
            }
            going.enter(&open);
            if let Err(error) = walk.mailbox(&open, &mut |step| going.take(stores.len(), step)) {
                failed.push((open, error));
            }
        }
        going.end(failed);
    }
}

/// What matters most comes first.
fn inboxes_first(stores: &mut [MailStore]) {
    for store in stores {
        store
            .folders
            .sort_by_key(|folder| folder.role != FolderRole::Inbox);
    }
}

/// A job that is under way.
struct Going {
    job: Job,
    course: Course,
    place: String,
    share: Option<u8>,
    told: Instant,
    /// The bookmark can be written.
    kept: bool,
}

impl Going {
    fn goes_on(&self) -> bool {
        !self.job.stop.load(Ordering::Relaxed)
    }

    fn enter(&mut self, open: &OpenMailbox) {
        self.place.clone_from(&open.mailbox.account.email);
        self.share = None;
        self.tell();
    }

    /// A message is done; whether to go on.
    fn take(&mut self, store: usize, step: Step<Seen>) -> bool {
        let total = self.course.total().max(1);
        if let Some((reached, folder)) = self.course.step(store, step.folder, step.size) {
            self.share = u8::try_from(reached.saturating_mul(100) / total).ok();
            if let Some(folder) = folder {
                folder.clone_into(&mut self.place);
            }
        }
        if let Some(seen) = step.told {
            let summary = &mut self.job.summary;
            summary.messages += 1;
            summary.errors += u64::from(seen.unread);
            summary.with_findings += u64::from(seen.find.is_some());
            // Only what was taken down counts as checked.
            if let Some(find) = seen.find
                && !self.taken_down(find)
            {
                return false;
            }
        }
        if self.kept && !self.job.known.holds(step.mark) {
            self.kept = self.job.bookmark.add(step.mark, &self.job.summary).is_ok();
        }
        if self.told.elapsed() >= OFTEN {
            self.tell();
        }
        self.goes_on()
    }

    fn taken_down(&self, find: Box<Find>) -> bool {
        let (down, taken) = bounded(1);
        self.send(ScanNews::Found(find, down)) && taken.recv().is_ok()
    }

    fn tell(&mut self) {
        self.told = Instant::now();
        self.send(ScanNews::At(self.at()));
    }

    fn at(&self) -> ScanAt {
        let summary = &self.job.summary;
        ScanAt {
            share: self.share,
            place: self.place.clone(),
            messages: summary.messages,
            found: summary.with_findings,
            errors: summary.errors,
        }
    }

    /// Whether anybody still listens.
    fn send(&self, news: ScanNews) -> bool {
        let event = AppEvent::ScanGoes(news);
        self.job.events.send(event).is_ok()
    }

    fn end(mut self, failed: Vec<(OpenMailbox, MailboxError)>) {
        let at = self.at();
        let events = self.job.events.clone();
        if self.goes_on() && failed.is_empty() {
            self.job.bookmark.end();
        } else if self.kept {
            // Without it the next one begins anew.
            let _ = self.job.bookmark.keep(&self.job.summary);
        }
        let end = ScanEnd { at, failed };
        // Once the app closes nobody listens.
        let _ = events.send(AppEvent::ScanGoes(ScanNews::Ended(end)));
    }
}
