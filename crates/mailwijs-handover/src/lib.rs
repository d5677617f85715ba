//! What is done about mail that should not be where it is, as state machines: fed with [`Look`]s into the mail store and
//! with what the teacher does, they say which step is done and which comes next.
//!
//! A [`Case`] moves received mail into the student tracking system and follows every copy until its bytes are gone. A
//! [`Breach`] goes from first aid to the report of something that was sent wrong. Nothing here reads a file or a clock:
//! times are passed in. Nothing here knows a word of a mail: copies are told apart by keyed hashes, so that a case can be
//! kept and taken up again after a restart ([`Case::save`], [`Case::restore`]).
#![forbid(unsafe_code)]

mod breach;
mod case;
mod look;
mod saved;
mod school_day;
mod school_year;
mod step;
mod tone;

pub use breach::{Aid, Answers, Breach, Encrypted, Kind, Measure, Place as BreachPlace, Question, Topic};
pub use case::{Case, CopyOf, End, Filed, FiledIn, Route};
pub use look::{CopyId, Kin, Look, MailId, PlaceId, Seen, SourceId, Stand};
pub use saved::Unreadable;
pub use school_day::{is_school_time, next_school_day};
pub use school_year::SchoolYear;
pub use step::{Step, StepState};
pub use tone::{Judging, judging_words};
