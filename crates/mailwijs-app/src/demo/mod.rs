//! The demo mailbox: a real Maildir of the app's own, in which a scripted teacher saves drafts as a mail client does.
//!
//! For whoever wants to see the cards at work without a mail client, and for tests of the whole line from file to card.

mod letter;
mod mailbox;
mod player;
mod script;

use std::io;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::Sender;

use mailbox::DemoMailbox;
pub use script::{Letter, Script, ScriptError, ScriptedDraft, Step, StepKind};

/// How fast the script is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// With the pauses the script asks for.
    Scripted,
    /// With this pause before every step.
    Every(Duration),
}

/// A demo mailbox with a scripted teacher at work in it; dropped, it is removed.
#[derive(Debug)]
pub struct Demo {
    mailbox: DemoMailbox,
    /// Its going away tells the player to stop.
    stop: Option<Sender<()>>,
    player: Option<JoinHandle<io::Result<()>>>,
}

impl Demo {
    /// Makes the mailbox in `dir`, which may be absent, empty, or left over from an earlier demo, and starts the teacher.
    ///
    /// # Errors
    /// When `dir` holds anything else ([`io::ErrorKind::AlreadyExists`]; nothing is touched), or cannot be written.
    pub fn start(dir: &Path, script: &Script, pace: Pace) -> io::Result<Self> {
        let mailbox = DemoMailbox::create(dir)?;
        let (stop, stopped) = crossbeam_channel::bounded(0);
        let (folders, drafts) = (mailbox.clone(), script.drafts.clone());
        let player = thread::Builder::new()
            .name("demo-teacher".into())
            .spawn(move || player::play(&folders, &drafts, pace, &stopped))?;
        Ok(Self {
            mailbox,
            stop: Some(stop),
            player: Some(player),
        })
    }

    /// The mailbox: the store to watch.
    pub fn path(&self) -> &Path {
        self.mailbox.root()
    }

    /// The folder that the drafts are saved in.
    pub fn drafts(&self) -> PathBuf {
        self.mailbox.drafts()
    }

    /// The script was played to its end.
    pub fn is_over(&self) -> bool {
        self.player.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Stops the teacher and removes what the demo made.
    ///
    /// # Errors
    /// When the teacher could not save, or something could not be removed.
    pub fn stop(mut self) -> io::Result<()> {
        self.end()
    }

    fn end(&mut self) -> io::Result<()> {
        drop(self.stop.take());
        let Some(player) = self.player.take() else {
            return Ok(());
        };
        let result = player
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the demo ended early")));
        self.mailbox.remove().and(result)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // Whoever wants to hear of it calls `stop`.
        let _ = self.end();
    }
}

#[cfg(test)]
mod tests;
