//! The mail on the school's file share: put there on a thread of its own, since a server takes its time.

use std::thread;

use crossbeam_channel::Sender;
use mailwijs_history::Hasher;
use mailwijs_i18n::Arg;
use mailwijs_imap::Trust;
use mailwijs_webdav::{FolderAddress, Login, NewFile, NotPut, WebDav, WebDavError};
use url::Url;

use super::export::Printed;
use crate::desktop::event::{Answer, AppEvent};
use crate::desktop::state::State;
use crate::error::{AppError, ErrorCode};
use crate::export::{Leave, SafeNames, WebDavSecrets};
use crate::ipc::OutcomeDto;

/// What came of it.
pub struct Shared {
    case: u32,
    /// Of the history that the case stands in.
    hasher: Hasher,
    put: Result<Put, NotPut>,
    reply: Sender<Answer>,
}

/// It is there.
struct Put {
    /// The user it was put there as.
    user: String,
    /// The folder's name.
    folder: String,
}

/// What it takes.
struct Job {
    folder: Url,
    trust: Trust,
    user: String,
    /// Given just now: kept once it worked.
    password: Option<String>,
    secrets: WebDavSecrets,
    leave: Leave,
    name: String,
    files: Vec<(String, Vec<u8>)>,
}

impl State {
    /// Puts the mail, as PDF and EML and with its files, in a new folder on the school's share. The answer comes later, unless
    /// something is missing.
    pub fn put_on_share(
        &mut self,
        case: u32,
        user: Option<String>,
        password: Option<String>,
        reply: Sender<Answer>,
    ) -> Option<(Sender<Answer>, Answer)> {
        match self.job(case, user, password) {
            Ok(job) => {
                let (events, hasher) = (self.events.clone(), self.memory.hasher());
                thread::spawn(move || {
                    let shared = Shared {
                        case,
                        hasher,
                        put: job.run(),
                        reply,
                    };
                    // Nobody listens any more once the app closes.
                    let _ = events.send(AppEvent::Shared(Box::new(shared)));
                });
                None
            }
            Err(error) => Some((reply, Err(error.dto(&self.texts)))),
        }
    }

    fn job(&mut self, case: u32, user: Option<String>, password: Option<String>) -> Result<Job, AppError> {
        let refused = |detail: String| AppError::new(ErrorCode::ShareFailed).because(detail);
        let system = self.policy.policy.tracking_system.as_ref();
        let folder = system.and_then(|system| system.webdav.clone());
        let folder = folder.ok_or_else(|| AppError::new(ErrorCode::UnknownAction).because("share"))?;
        let user = user.or_else(|| self.memory.share_user());
        let user = user.ok_or_else(|| refused(self.texts.get("case-share-password", &[])))?;
        let Printed { message, pdf } = self.print_mail_of_case(case)?;
        let unnamed = self.texts.get("export-unnamed", &[]);
        let mut names = SafeNames::default();
        let mut files = vec![
            (names.give("mail.pdf", &unnamed), pdf),
            (names.give("mail.eml", &unnamed), message.clone()),
        ];
        for file in mailwijs_mail::parse(&message).attachments {
            if !file.inline {
                files.push((names.give(&file.name, &unnamed), file.bytes));
            }
        }
        let day = self.now().date().to_string();
        Ok(Job {
            folder,
            trust: self.config.trust.clone(),
            user,
            password,
            secrets: self.share_secrets.clone(),
            leave: self.share_secrets.leave(),
            // Nothing of the mail stands in a name that others see.
            name: self.texts.get("export-folder", &[("date", Arg::from(day))]),
            files,
        })
    }

    /// Forgets the password of the share, also one that is only about to be kept; its name goes with the history.
    pub fn forget_share(&self) {
        let system = self.policy.policy.tracking_system.as_ref();
        let folder = system.and_then(|system| system.webdav.as_ref());
        let user = self.memory.share_user();
        // Without a keyring it was in memory alone.
        let _ = self.share_secrets.forget_all(folder.zip(user.as_deref()));
    }

    /// It is there, or not.
    pub fn shared(&mut self, shared: Shared) -> (Sender<Answer>, Answer) {
        let Shared {
            case,
            hasher,
            put,
            reply,
        } = shared;
        let answer = match put {
            Ok(Put { user, folder }) => {
                // With another history, after everything was erased for one, its number is that of another case.
                if hasher == self.memory.hasher() {
                    self.memory.set_share_user(&user);
                    if let Ok(one) = self.case_mut(case) {
                        one.case.hand();
                        self.keep_case(case);
                    }
                }
                Ok(OutcomeDto {
                    message: self.texts.get("case-shared", &[("names", Arg::from(folder))]),
                    ..OutcomeDto::done()
                })
            }
            Err(NotPut { why, left }) => {
                let mut detail = self.texts.get(why_not(&why), &[]);
                if left.is_some() {
                    detail.push(' ');
                    detail.push_str(&self.texts.get("share-left", &[]));
                }
                Err(AppError::new(ErrorCode::ShareFailed)
                    .because(detail)
                    .dto(&self.texts))
            }
        };
        (reply, answer)
    }
}

impl Job {
    fn run(self) -> Result<Put, NotPut> {
        let kept = match &self.password {
            Some(_) => None,
            None => self.secrets.of(&self.folder, &self.user).ok().flatten(),
        };
        let password = self.password.as_deref().or(kept.as_deref().map(String::as_str));
        let login = Login::new(&self.user, password.ok_or(WebDavError::Refused)?)?;
        let webdav = WebDav::new(FolderAddress::new(&self.folder)?, login, &self.trust);
        let files: Vec<NewFile<'_>> = self
            .files
            .iter()
            .map(|(name, bytes)| NewFile { name, bytes })
            .collect();
        let put = webdav.put(&self.name, &files)?;
        if let Some(password) = &self.password {
            self.secrets.keep(self.leave, &self.folder, &self.user, password);
        }
        let mut parts = put
            .folder
            .path_segments()
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty());
        let name = parts.next_back().unwrap_or_default();
        Ok(Put {
            folder: percent_encoding::percent_decode_str(name)
                .decode_utf8_lossy()
                .into_owned(),
            user: self.user,
        })
    }
}

/// The text that says what is wrong and what to do.
const fn why_not(why: &WebDavError) -> &'static str {
    match why {
        WebDavError::Address => "share-address",
        WebDavError::User | WebDavError::Refused => "share-refused",
        WebDavError::Unreachable(_) | WebDavError::Lost => "share-unreachable",
        WebDavError::Unsafe(_) => "share-unsafe",
        WebDavError::NotOffered => "share-not-offered",
        WebDavError::Forbidden => "share-forbidden",
        WebDavError::NoFolder | WebDavError::NoWebDav | WebDavError::Moved => "share-no-folder",
        WebDavError::Full => "share-full",
        WebDavError::TooLarge => "share-too-large",
        WebDavError::Locked | WebDavError::OutOfOrder => "share-later",
        WebDavError::Incomplete => "share-incomplete",
        WebDavError::Crowded => "share-crowded",
        WebDavError::Name | WebDavError::Nonsense(_) => "share-nonsense",
    }
}
