//! A policy, a class list and a language, ready to check whatever is named.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use mailwijs_checks::Channel;
use mailwijs_detect::ClassList;
use mailwijs_i18n::{Lang, Texts};
use mailwijs_mail::{Direction, Mail, guess_direction};
use mailwijs_store::{MailStore, RawMessage, StoreError};

use super::Since;
use super::in_force::rules_in_force;
use super::in_order::{TOGETHER, all_cores, in_order};
use super::reading::{Reading, Tell, Unreadable, is_no_message};
use crate::engine::{Engine, Examined};
use crate::error::{AppError, ErrorCode};
use crate::ipc::line::MessageLine;
use crate::mailbox::{MailboxError, OpenMailbox};
use crate::place::Places;
use crate::policy_source;
use crate::sent::sent_headers;
use crate::sentence_layer::SentenceLayer;

/// By what mail is checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layers {
    /// By its words alone.
    Rules,
    /// By its words and its sentences, where the encoder is installed.
    #[default]
    Both,
}

/// Checks messages and speaks one language.
pub struct Checker {
    engine: Engine,
    layer: Mutex<SentenceLayer>,
    texts: Texts,
    rules_in_force: [u8; 32],
}

/// Takes each line as it comes; `false` ends the work.
pub(super) type Each<'a> = dyn FnMut(MessageLine) -> bool + 'a;

impl Checker {
    /// A checker for this policy (else the installed one, else the Flemish template) and class list (else the installed
    /// one, else none).
    ///
    /// # Errors
    /// When a file that was named, or the installed one, cannot be read or has mistakes.
    pub fn open(
        policy: Option<&Path>,
        class_list: Option<&Path>,
        layers: Layers,
        lang: Lang,
    ) -> Result<Self, AppError> {
        let texts = Texts::new(lang);
        let places = Places::from_env();
        let loaded = policy_source::load(policy, &places, &texts)?;
        let named = class_list;
        let class_list = load_class_list(named, &places)?;
        let layer = match layers {
            Layers::Rules => SentenceLayer::at(None),
            Layers::Both => SentenceLayer::installed(),
        };
        Ok(Self {
            rules_in_force: rules_in_force(
                &loaded.policy,
                &[
                    named.unwrap_or(&places.class_list()),
                    layer.file().unwrap_or(Path::new("")),
                ],
            ),
            engine: Engine::new(loaded.policy, &class_list),
            layer: Mutex::new(layer),
            texts,
        })
    }

    /// The texts it speaks with.
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The engine, the layer that reads sentences, and the texts.
    pub fn into_parts(self) -> (Engine, SentenceLayer, Texts) {
        let layer = self.layer.into_inner().unwrap_or_else(PoisonError::into_inner);
        (self.engine, layer, self.texts)
    }

    /// Checks every live message at a path.
    ///
    /// # Errors
    /// When the path cannot be opened; a message in it that cannot be read is a line with an error.
    pub fn check_path(
        &self,
        path: &Path,
        channel: Channel,
        direction: Option<Direction>,
        each: &mut Each<'_>,
    ) -> Result<(), AppError> {
        for store in open(path)? {
            self.check_store(&store, channel, direction, each);
        }
        Ok(())
    }

    /// Checks every live message of a store: on all cores, told in the store's order.
    fn check_store(
        &self,
        store: &MailStore,
        channel: Channel,
        direction: Option<Direction>,
        each: &mut Each<'_>,
    ) {
        self.learn_from(store);
        let reading = self.reading(channel, direction, None);
        in_order(
            store.listed(),
            all_cores(),
            TOGETHER,
            || self.layer_beside(),
            |layer, listed| reading.listed(listed, layer),
            |line| line.is_none_or(&mut *each),
        );
    }

    /// Learns from its sent mail who is written to together.
    pub(crate) fn learn_from(&self, store: &MailStore) {
        self.engine
            .learn_circles(&sent_headers(std::slice::from_ref(store)));
    }

    /// The same from a mailbox on a server.
    ///
    /// # Errors
    /// When it is not to be tried again: a second refusal would lock some accounts.
    pub(crate) fn learn_from_mailbox(&self, open: &OpenMailbox) -> Result<(), MailboxError> {
        match open.sent_headers() {
            Ok(sent) => self.engine.learn_circles(&sent),
            Err(MailboxError::Server(error)) if error.cause.passes() => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// By what is told what is found, hashed: the policy, the class list, the layers and the program.
    pub fn rules_in_force(&self) -> [u8; 32] {
        self.rules_in_force
    }

    /// Checks messages in stores, and tells them as lines.
    pub(crate) fn reading(
        &self,
        channel: Channel,
        direction: Option<Direction>,
        since: Option<Since>,
    ) -> Reading<'_, Self> {
        Reading {
            engine: &self.engine,
            channel,
            direction,
            since,
            tell: self,
        }
    }

    /// Checks one message that is not in a store.
    pub fn check_message(&self, name: &str, bytes: &[u8], direction: Option<Direction>) -> MessageLine {
        let mail = mailwijs_mail::parse(bytes);
        let direction = direction.unwrap_or_else(|| guess_direction(&mail, None));
        if is_no_message(&mail) {
            return self.unreadable(Path::new(name), None, Unreadable::NoMessage);
        }
        let examined = self.examine(mail, direction, Channel::Mail);
        self.line(name, None, &examined)
    }

    /// Checks plain text that is about to be written somewhere else than in a mail.
    pub fn check_text(&self, name: &str, bytes: &[u8], channel: Channel) -> MessageLine {
        let mail = crate::desktop::mail_of(&String::from_utf8_lossy(bytes));
        let examined = self.examine(mail, Direction::Draft, channel);
        self.line(name, None, &examined)
    }

    fn examine(&self, mail: Mail, direction: Direction, channel: Channel) -> Examined {
        let layer = &mut self.layer();
        self.engine.examine_wholly(mail, direction, channel, layer)
    }

    /// The layer that reads sentences, for a thread of its own.
    pub(crate) fn layer_beside(&self) -> SentenceLayer {
        self.layer().shared()
    }

    fn layer(&self) -> MutexGuard<'_, SentenceLayer> {
        self.layer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn line(&self, path: &str, offset: Option<u64>, examined: &Examined) -> MessageLine {
        MessageLine::checked(path.to_owned(), offset, examined, &self.texts)
    }
}

impl Tell for Checker {
    type Told = MessageLine;

    fn checked(&self, message: &RawMessage, examined: Examined) -> MessageLine {
        self.line(
            &message.key.path.display().to_string(),
            message.key.offset,
            &examined,
        )
    }

    fn unreadable(&self, path: &Path, offset: Option<u64>, why: Unreadable<'_>) -> MessageLine {
        let why = match why {
            Unreadable::Error(error) => error.to_string(),
            Unreadable::NoMessage => self.texts.get("error-no-message", &[]),
            Unreadable::TooLarge => self.texts.get("mailbox-message-too-large", &[]),
        };
        MessageLine::unreadable(path.display().to_string(), offset, why)
    }
}

pub(super) fn open(path: &Path) -> Result<Vec<MailStore>, AppError> {
    mailwijs_store::open(path).map_err(|error| store_error(path, &error))
}

/// A store's refusal, with what to do about it.
fn store_error(path: &Path, error: &StoreError) -> AppError {
    let code = match error {
        StoreError::Missing(_) => ErrorCode::PathMissing,
        StoreError::Denied(_) => ErrorCode::PathDenied,
        StoreError::NotMail(_) | StoreError::Special(_) => ErrorCode::PathNotMail,
        StoreError::Io { reason, .. } => return AppError::at(ErrorCode::PathUnreadable, path, reason),
        StoreError::Watch(reason) => return AppError::at(ErrorCode::WatchFailed, path, reason),
    };
    AppError::at(code, path, "")
}

/// The class list named by hand, else the installed one, else none.
pub fn load_class_list(named: Option<&Path>, places: &Places) -> Result<ClassList, AppError> {
    let installed = places.class_list();
    let path = match named {
        Some(path) => path,
        None if installed.exists() => &installed,
        None => return Ok(ClassList::default()),
    };
    let bytes = fs::read(path).map_err(|error| AppError::at(ErrorCode::ClassListUnreadable, path, error))?;
    ClassList::parse(&bytes).map_err(|error| AppError::at(ErrorCode::ClassListInvalid, path, error))
}
