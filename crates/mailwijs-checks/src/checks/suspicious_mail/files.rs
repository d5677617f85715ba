//! Files that do harm to who opens them.

use mailwijs_attach::{Inspection, Limits, Member, Page, inspect};
use mailwijs_detect::EntityKind;

use super::member::{Ending, ending, is_disguised, is_project};
use super::sender::{Sender, is_known};
use super::sign::{Kind, Sign};
use super::wording::{Said, says};
use crate::Context;
use crate::domains::{Brand, Host};
use crate::links::WebAddress;
use crate::words::tokens;

/// So many files are looked over.
const LOOKED_AT: usize = 100;
/// Below this the words are too likely to be something else than a password.
const SURE: f32 = 0.5;
/// Old Office files, which may hold macros honestly.
const OLD_OFFICE: &[&str] = &["doc", "xls", "ppt", "dot", "xlt", "pot", "pps", "xla", "mdb"];

/// The signs that files give.
pub fn signs(context: &Context<'_>, sender: &Sender<'_>) -> Vec<Sign> {
    let files = context.mail.attachments.iter().enumerate().take(LOOKED_AT);
    files
        .filter_map(|(index, file)| {
            let found = inspect(&file.name, &file.media_type, &file.bytes, &Limits::default());
            let (kind, strong) = Look { context, sender }.judge(&file.name, &found)?;
            Sign::of_file(context, kind, strong, index)
        })
        .collect()
}

/// What a file is weighed with.
struct Look<'l, 'c> {
    context: &'l Context<'c>,
    sender: &'l Sender<'c>,
}

impl Look<'_, '_> {
    /// What a file does, and whether that is enough; the gravest of all that it holds.
    fn judge(&self, name: &str, found: &Inspection) -> Option<(Kind, bool)> {
        let whole = Member {
            name: name.to_owned(),
            program: found.program,
            macros: found.macros,
            page: found.page.clone(),
        };
        let mut all: Vec<(Kind, bool)> = self.file(&whole, found.shortcut, name).into_iter().collect();
        let project = is_project(found.members.iter().map(|member| member.name.as_str()));
        for member in &found.members {
            let judged = self.file(member, false, name);
            all.extend(judged.filter(|(kind, _)| !project || *kind == Kind::Disguise));
        }
        if found.locked && !self.sender.trusted {
            all.push((Kind::Locked, self.tells_password()));
        }
        all.into_iter().min_by_key(|(kind, strong)| (!strong, *kind))
    }

    /// A single file; `outer` is the name that the mail shows.
    fn file(&self, file: &Member, shortcut: bool, outer: &str) -> Option<(Kind, bool)> {
        let trusted = self.sender.trusted;
        let kind = Ending::of(&file.name);
        if is_disguised(&file.name) || file.program && kind != Some(Ending::Program) {
            return Some((Kind::Disguise, true));
        }
        if shortcut {
            return Some((Kind::Program, true));
        }
        match kind {
            Some(Ending::Program) => return Some((Kind::Program, true)),
            Some(Ending::Script | Ending::Shortcut | Ending::Disk) => return Some((Kind::Program, !trusted)),
            _ if trusted => {}
            Some(Ending::Note) => return Some((Kind::Program, lures(outer))),
            _ => {}
        }
        if file.macros {
            let honest = kind == Some(Ending::Macro) || OLD_OFFICE.contains(&ending(&file.name).as_str());
            return if !honest {
                Some((Kind::Macro, true))
            } else if trusted {
                None
            } else {
                Some((Kind::Macro, lures(outer) || lures(&file.name)))
            };
        }
        let page = file.page.as_ref().filter(|_| !trusted)?;
        self.page(page, lures(outer) || lures(&file.name))
    }

    /// A page that asks for something, or does more than show.
    fn page(&self, page: &Page, lures: bool) -> Option<(Kind, bool)> {
        if page.drawing {
            return page.script.then_some((Kind::Page, true));
        }
        let asks = page.form || page.password;
        if asks && !page.targets.is_empty() && page.targets.iter().all(|target| self.is_fine(target)) {
            return None;
        }
        if page.password || page.refresh && !self.sender.bulk {
            return Some((Kind::Page, true));
        }
        (asks || page.script).then_some((Kind::Page, lures && (asks || page.hides)))
    }

    /// A form that sends to its sender, the school or a known provider: secure mail does.
    fn is_fine(&self, target: &str) -> bool {
        let Some(host) = WebAddress::parse(target).and_then(|address| Host::parse(&address.host)) else {
            return false;
        };
        let own = self.sender.host.as_ref();
        own.is_some_and(|own| own.registered() == host.registered())
            || Brand::of(&host).is_some()
            || is_known(self.context, &host)
    }

    /// The words give the key of an archive.
    fn tells_password(&self) -> bool {
        let entities = &self.context.entities.all;
        entities.iter().any(|entity| {
            matches!(entity.kind, EntityKind::Password | EntityKind::UnseenPassword) && entity.score >= SURE
        }) || gives_key(&self.context.own_text())
    }
}

/// "Wachtwoord: 1234", "le mot de passe est 2026", "password 7788".
fn gives_key(text: &str) -> bool {
    const KEYS: &[&str] = &[
        "wachtwoord",
        "paswoord",
        "password",
        "passwort",
        "passe",
        "code",
        "pin",
    ];
    let words = tokens(text);
    words.windows(4).any(|four| {
        let mut words = four.iter();
        words
            .next()
            .is_some_and(|first| KEYS.contains(&first.word.as_str()))
            && words.any(|next| next.word.bytes().any(|byte| byte.is_ascii_digit()))
    }) || words.len() >= 2 && {
        let last = words.get(words.len() - 2..).unwrap_or_default();
        last.first()
            .is_some_and(|first| KEYS.contains(&first.word.as_str()))
            && last
                .get(1)
                .is_some_and(|next| next.word.bytes().any(|byte| byte.is_ascii_digit()))
    }
}

/// Whether a file is called what people open without thinking: an invoice, a voice message.
fn lures(name: &str) -> bool {
    says(&tokens(name), Said::Lure)
}
