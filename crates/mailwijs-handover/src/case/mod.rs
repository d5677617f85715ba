//! A received mail that belongs in the tracking system and nowhere else.

mod closed;
mod copies;

use std::collections::BTreeMap;

use jiff::Timestamp;
use mailwijs_detect::Category;
use serde::{Deserialize, Serialize};

use self::closed::Said;
use crate::{CopyId, Kin, Look, MailId, PlaceId, SourceId, Stand, Step, StepState};

/// Who files it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// The teacher.
    Myself,
    /// A colleague who may, and who gets a message without the data.
    Colleague,
}

/// Where it was filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FiledIn {
    /// In the tracking system.
    System,
    /// On the school's file share.
    Share,
    /// A colleague has filed it.
    Colleague,
    /// In another place, on paper for example.
    Elsewhere,
}

impl FiledIn {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::System, Self::Share, Self::Colleague, Self::Elsewhere];

    /// Its word for windows and scripts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Share => "share",
            Self::Colleague => "colleague",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// The teacher says that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filed {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: FiledIn,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// There was nothing sensitive in it.
    NotSensitive(Timestamp),
    /// It is filed, and every copy is gone.
    Done(Timestamp),
}

impl End {
    /// When.
    pub const fn at(self) -> Timestamp {
        match self {
            Self::NotSensitive(at) | Self::Done(at) => at,
        }
    }
}

/// A copy of the mail, or a mail of its conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CopyOf {
    /// Of which mail.
    pub mail: MailId,
    /// In which store.
    pub source: SourceId,
    /// How it belongs to the case.
    pub kin: Kin,
    /// How it stood when it was seen last.
    pub stand: Stand,
    /// It stands in a trash folder, or stood there.
    pub in_trash: bool,
}

/// A case. It can be begun, closed and reopened, and every call may come twice: the second changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    opened: Timestamp,
    categories: Vec<String>,
    route: Option<Route>,
    /// The teacher opened the system, took the files or asked the colleague.
    handed: bool,
    filed: Option<Filed>,
    end: Option<End>,
    reopened: bool,
    copies: BTreeMap<CopyId, CopyOf>,
    /// Mails of the conversation with nothing sensitive in them.
    stay: Vec<MailId>,
    /// Places that do not open, of which the teacher says that no copy stands there.
    #[serde(default)]
    said: BTreeMap<PlaceId, Said>,
    /// When all stores were first looked at, wholly.
    proved: Option<Timestamp>,
    /// The step that copies went beyond while not everything could be seen: a copy may have gone where nobody looked.
    #[serde(default)]
    unsure: Option<Step>,
    remind: Timestamp,
}

impl Case {
    /// Begins a case; the first reminder comes at `remind`.
    pub fn open(at: Timestamp, categories: &[Category], remind: Timestamp) -> Self {
        Self {
            opened: at,
            categories: categories
                .iter()
                .map(|category| category.as_str().to_owned())
                .collect(),
            route: None,
            handed: false,
            filed: None,
            end: None,
            reopened: false,
            copies: BTreeMap::new(),
            stay: Vec::new(),
            said: BTreeMap::new(),
            proved: None,
            unsure: None,
            remind,
        }
    }

    /// There is nothing sensitive in it: the case ends.
    pub fn not_sensitive(&mut self, at: Timestamp) {
        if self.end.is_none() {
            self.end = Some(End::NotSensitive(at));
        }
    }

    /// The teacher says who files it.
    pub fn choose(&mut self, route: Route) {
        self.route = Some(route);
    }

    /// The teacher opened the system, took the files, or asked the colleague.
    pub fn hand(&mut self) {
        self.handed = true;
    }

    /// The teacher says that it is in: deleting is unlocked.
    pub fn file(&mut self, place: FiledIn, at: Timestamp) {
        if self.filed.is_none_or(|filed| filed.place != place) {
            self.filed = Some(Filed { at, place });
        }
        self.conclude(at);
    }

    /// It is not in after all: deleting is locked again.
    pub fn not_filed(&mut self) {
        self.filed = None;
        if matches!(self.end, Some(End::Done(_))) {
            self.end = None;
        }
    }

    /// A mail of the conversation may stay, or not after all.
    pub fn stays(&mut self, mail: MailId, stays: bool, at: Timestamp) {
        self.stay.retain(|staying| *staying != mail);
        if stays {
            self.stay.push(mail);
        }
        self.conclude(at);
    }

    /// Reminds no sooner than this.
    pub fn remind_at(&mut self, at: Timestamp) {
        self.remind = at;
    }

    /// Whether it is time for a reminder.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.end.is_none() && self.remind <= now
    }

    /// When the reminder comes.
    pub fn remind(&self) -> Timestamp {
        self.remind
    }

    /// Takes in what was seen. A case that was done is reopened by a copy that came back. A look that did not see everything
    /// unticks, and ticks nothing.
    pub fn look(&mut self, look: &Look) {
        if matches!(self.end, Some(End::NotSensitive(_))) {
            return;
        }
        if self.end.is_some() && self.comes_back(look) {
            self.end = None;
            self.reopened = true;
        }
        let before = self.reached();
        self.forget_what_opened(look);
        self.take_in(look);
        if self.is_complete(look) {
            self.proved.get_or_insert(look.at);
            self.unsure = None;
        } else if self.reached() > before {
            self.unsure = Some(before);
        }
        self.conclude(look.at);
    }

    /// Ends the case once everything holds.
    fn conclude(&mut self, at: Timestamp) {
        if self.end.is_none() && self.holds(Step::Gone) {
            self.end = Some(End::Done(at));
        } else if matches!(self.end, Some(End::Done(_))) && !self.holds(Step::Gone) {
            self.end = None;
        }
    }

    /// Whether a step and all before it hold.
    fn holds(&self, step: Step) -> bool {
        match step {
            Step::What => self.route.is_some() || self.filed.is_some(),
            Step::IntoLvs => self.handed || self.filed.is_some(),
            Step::Filed => self.filed.is_some(),
            Step::Delete | Step::Trash | Step::Gone => {
                self.filed.is_some() && self.proved.is_some() && self.reached() > step
            }
            Step::Done => self.end.is_some(),
        }
    }

    /// Which of the steps of deleting the copies wait for, whatever was filed; [`Step::Done`] for none.
    fn reached(&self) -> Step {
        let stands = [
            (Stand::Live, Step::Delete),
            (Stand::Trash, Step::Trash),
            (Stand::Bytes, Step::Gone),
        ];
        let waits = stands.into_iter().find(|(stand, _)| self.any(*stand));
        let reached = waits.map_or(Step::Done, |(_, step)| step);
        self.unsure.map_or(reached, |unsure| unsure.min(reached))
    }

    /// Each step and how it is with it: the first that does not hold is to be done now, the ones behind it wait.
    pub fn steps(&self) -> [(Step, StepState); 7] {
        let mut open = true;
        Step::ALL.map(|step| {
            let state = match (open, self.holds(step)) {
                (true, true) => StepState::Done,
                (true, false) => StepState::Now,
                (false, _) => StepState::Locked,
            };
            open &= state == StepState::Done;
            (step, state)
        })
    }

    /// The step to be done now; [`Step::Done`] once the case has ended.
    pub fn step(&self) -> Step {
        if self.end.is_some() {
            return Step::Done;
        }
        let steps = self.steps();
        let now = steps.iter().find(|(_, state)| *state == StepState::Now);
        now.map_or(Step::Done, |(step, _)| *step)
    }

    /// When it was begun.
    pub fn opened(&self) -> Timestamp {
        self.opened
    }

    /// What the data is about.
    pub fn categories(&self) -> impl Iterator<Item = Category> {
        self.categories.iter().filter_map(|word| Category::parse(word))
    }

    /// Who files it.
    pub fn route(&self) -> Option<Route> {
        self.route
    }

    /// Where and when it was filed.
    pub fn filed(&self) -> Option<Filed> {
        self.filed
    }

    /// How it ended, if it did.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// It was done, and a copy came back.
    pub fn is_reopened(&self) -> bool {
        self.reopened && self.end.is_none()
    }

    /// When all stores were first looked at, wholly, but for what the teacher said something of. A later look that shows nothing new changes nothing.
    pub fn proved(&self) -> Option<Timestamp> {
        self.proved
    }
}
