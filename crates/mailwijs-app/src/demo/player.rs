//! The scripted teacher at work.

use std::fs;
use std::io;
use std::path::PathBuf;

use crossbeam_channel::{Receiver, RecvTimeoutError};
use jiff::Timestamp;

use super::mailbox::DemoMailbox;
use super::{Letter, Pace, ScriptedDraft, Step, StepKind, letter};

/// Plays the drafts one after the other, until the end or until `stopped` is closed.
pub fn play(
    mailbox: &DemoMailbox,
    drafts: &[ScriptedDraft],
    pace: Pace,
    stopped: &Receiver<()>,
) -> io::Result<()> {
    let mut pen = Pen { mailbox, written: 0 };
    for draft in drafts {
        let mut on_disk: Option<(PathBuf, &Letter)> = None;
        for step in &draft.steps {
            if !wait(step, pace, stopped) {
                return Ok(());
            }
            on_disk = match (&step.kind, on_disk) {
                (StepKind::Save { letter, .. }, before) => Some((pen.save(letter, before)?, letter)),
                (StepKind::Send, Some((file, letter))) => {
                    pen.send(letter, &file)?;
                    None
                }
                (StepKind::Discard, Some((file, _))) => {
                    fs::remove_file(file)?;
                    None
                }
                (StepKind::Send | StepKind::Discard, None) => None,
            };
        }
    }
    Ok(())
}

/// Says whether to go on.
fn wait(step: &Step, pace: Pace, stopped: &Receiver<()>) -> bool {
    let pause = match pace {
        Pace::Scripted => step.after,
        Pace::Every(pause) => pause,
    };
    stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout)
}

/// Writes messages, each with names of its own.
struct Pen<'a> {
    mailbox: &'a DemoMailbox,
    written: u32,
}

impl Pen<'_> {
    /// A new version under a new name and Message-ID, then the old one goes: the order in which clients do it.
    fn save(&mut self, letter: &Letter, before: Option<(PathBuf, &Letter)>) -> io::Result<PathBuf> {
        let (unique, bytes) = self.write(letter, true)?;
        let file = self.mailbox.save_draft(&unique, &bytes)?;
        if let Some((old, _)) = before {
            fs::remove_file(old)?;
        }
        Ok(file)
    }

    fn send(&mut self, letter: &Letter, draft: &PathBuf) -> io::Result<()> {
        let (unique, bytes) = self.write(letter, false)?;
        self.mailbox.save_sent(&unique, &bytes)?;
        fs::remove_file(draft)
    }

    /// A unique name as Maildir asks for, and the message.
    fn write(&mut self, letter: &Letter, draft: bool) -> io::Result<(String, Vec<u8>)> {
        self.written += 1;
        let now = Timestamp::now();
        let unique = format!(
            "{}.M{}P{}Q{}",
            now.as_second(),
            now.subsec_nanosecond() / 1000,
            std::process::id(),
            self.written
        );
        let bytes = letter::bytes(letter, &format!("{unique}@demo.example"), now.as_second(), draft)?;
        Ok((unique, bytes))
    }
}
