//! Mail that comes in: read wholly, in its turn, and listed when something is to be done about it.

use std::sync::Arc;

use mailwijs_checks::Report;
use mailwijs_mail::Direction;
use mailwijs_policy::Severity;
use mailwijs_store::{RawMessage, Sought};

use super::{Find, Place, Told, Words};
use crate::desktop::event::AppEvent;
use crate::desktop::state::State;
use crate::engine::Examined;
use crate::sentence_layer::Turn;

/// Turns of received mail are numbered apart from those of sent drafts.
const OWN_TURNS: u64 = 1 << 63;

/// Where a mail came in, and by what it is recognised.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub place: Place,
    pub sought: Sought,
}

impl State {
    /// A mail came in: nobody waits for it, so it is told once, when its sentences were read, after every draft.
    pub fn received(&mut self, message: RawMessage, examined: Option<Arc<Examined>>) {
        self.heard_from(&message);
        let Some(mut examined) = examined.filter(|examined| examined.direction == Direction::Received) else {
            return;
        };
        let arrived = Arrived {
            sought: self.sought(&examined.mail),
            place: Place {
                store: message.store,
                folder: message.folder,
                key: message.key,
            },
        };
        // What was read of the files stays; a morning's mail may wait for its turn, and its bytes need not.
        for file in &mut Arc::make_mut(&mut examined).mail.attachments {
            file.bytes = Vec::new();
        }
        let events = self.events.clone();
        self.received_turns = self.received_turns.wrapping_add(1);
        let turn = Turn::Mail(OWN_TURNS | self.received_turns);
        let its_own = arrived.clone();
        let asked = self.reader.read(turn, &examined, move |examined, report| {
            // Once the app closes nobody listens.
            let _ = events.send(AppEvent::ReceivedRead(its_own, examined, report));
        });
        if !asked {
            let report = examined.report.clone();
            self.received_read(arrived, &examined, &report);
        }
    }

    /// The sentences of a received mail were read.
    pub fn received_read(&mut self, arrived: Arrived, examined: &Examined, report: &Report) {
        let Some(finding) = report.findings.first() else {
            return;
        };
        if finding.severity < Severity::Warn {
            return;
        }
        let source = self.source(&arrived.place.store);
        self.list_found(Find {
            told: Told::of(finding, examined.mail.date, source),
            sought: arrived.sought,
            words: Words::of(&examined.mail),
            place: arrived.place,
        });
    }
}
