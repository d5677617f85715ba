//! Checking messages, paths and texts: the engine behind `mailwijs check` and `scan`.

mod checker;
mod clients;
mod in_force;
mod in_order;
mod message_line;
mod reading;
mod since;
mod sources;

pub(crate) use checker::load_class_list;
pub use checker::{Checker, Layers};
pub(crate) use clients::found_mail_clients;
pub use clients::{client_dto, found_clients, kind_word, mailbox_dto, store_dto};
pub use mailwijs_checks::Channel;
pub use mailwijs_mail::Direction;
pub use mailwijs_store::MailStore;
pub use since::Since;
pub use sources::Sources;

pub(crate) use in_force::rules_in_force;
pub(crate) use in_order::{TOGETHER, all_cores, in_order};

pub(crate) use message_line::direction_word;
pub(crate) use reading::{Reading, Tell, Unreadable, direction_of};
