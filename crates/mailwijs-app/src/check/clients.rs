//! The mail clients of this computer, as the teacher sees them.

use mailwijs_policy::AccountKind;
use mailwijs_store::{FolderRole, MailClient, MailStore, Roots};

use crate::engine::Engine;
use crate::error::AppError;
use crate::ipc::{ClientDto, IdentityDto, StoreDto};
use crate::mailbox::{Mailbox, Mailboxes};
use crate::place::Places;
use crate::policy_source;

/// Every mail client found, and every mailbox on a server that was set up, with the kind of each identity by the installed
/// policy.
///
/// # Errors
/// When the list of mailboxes cannot be read.
pub fn found_clients() -> Result<Vec<ClientDto>, AppError> {
    let texts = mailwijs_i18n::Texts::new(mailwijs_i18n::Lang::default());
    let places = Places::from_env();
    let policy = policy_source::load(None, &places, &texts).map_or_else(
        |_| mailwijs_policy::Template::Flemish.policy(),
        |loaded| loaded.policy,
    );
    let engine = Engine::new(policy, &mailwijs_detect::ClassList::default());
    let clients = found_mail_clients();
    let clients = clients.iter().map(|client| client_dto(client, &engine));
    let mailboxes = Mailboxes::read(&places)?;
    let mailboxes = mailboxes
        .all()
        .iter()
        .map(|mailbox| mailbox_dto(mailbox, &engine));
    Ok(clients.chain(mailboxes).collect())
}

/// Every mail client of this user; none on a machine without a home.
pub fn found_mail_clients() -> Vec<MailClient> {
    Roots::from_env()
        .map(|roots| mailwijs_store::discover(&roots))
        .unwrap_or_default()
}

/// One mail client.
pub fn client_dto(client: &MailClient, engine: &Engine) -> ClientDto {
    let identities = client.identities.iter().map(|identity| IdentityDto {
        name: identity.name.clone(),
        email: identity.email.clone(),
        kind: kind_word(engine.kind_of(&identity.email)).to_owned(),
        corrected: engine.correction(&identity.email).is_some(),
    });
    ClientDto {
        name: client.name.to_owned(),
        profile: client.profile.display().to_string(),
        identities: identities.collect(),
        stores: client.stores.iter().map(store_dto).collect(),
    }
}

/// A mailbox on a server, before anything happened in it: its folders are known once it is opened.
pub fn mailbox_dto(mailbox: &Mailbox, engine: &Engine) -> ClientDto {
    let (account, url) = (&mailbox.account, mailbox.url());
    ClientDto {
        name: account.name(),
        profile: url.clone(),
        identities: vec![IdentityDto {
            name: String::new(),
            email: account.email.clone(),
            kind: kind_word(engine.kind_of(&account.email)).to_owned(),
            corrected: engine.correction(&account.email).is_some(),
        }],
        stores: vec![StoreDto {
            name: account.email.clone(),
            path: url,
            folders: 0,
            drafts: Vec::new(),
            last_event: None,
        }],
    }
}

/// One store, before anything happened in it.
pub fn store_dto(store: &MailStore) -> StoreDto {
    StoreDto {
        name: store.name.clone(),
        path: store.root.display().to_string(),
        folders: u32::try_from(store.folders.len()).unwrap_or(u32::MAX),
        drafts: store
            .folders
            .iter()
            .filter(|folder| folder.role == FolderRole::Drafts)
            .map(|folder| folder.name.clone())
            .collect(),
        last_event: None,
    }
}

/// The word for a kind of account.
pub const fn kind_word(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::School => "school",
        AccountKind::General => "general",
        AccountKind::Group => "group",
        AccountKind::Pupil => "pupil",
        AccountKind::Private => "private",
        AccountKind::Partner => "partner",
        AccountKind::Outside => "outside",
    }
}
