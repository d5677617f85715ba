//! The mail clients of this computer, as the teacher sees them.

use mailwijs_policy::AccountKind;
use mailwijs_store::{FolderRole, MailClient, MailStore, Roots};

use crate::engine::Engine;
use crate::ipc::{ClientDto, IdentityDto, StoreDto};
use crate::place::Places;
use crate::policy_source;

/// Every mail client found, with the kind of each identity by the installed policy.
pub fn found_clients() -> Vec<ClientDto> {
    let texts = mailwijs_i18n::Texts::new(mailwijs_i18n::Lang::default());
    let policy = policy_source::load(None, &Places::from_env(), &texts).map_or_else(
        |_| mailwijs_policy::Template::Flemish.policy(),
        |loaded| loaded.policy,
    );
    let engine = Engine::new(policy, &mailwijs_detect::ClassList::default());
    found_mail_clients()
        .iter()
        .map(|client| client_dto(client, &engine))
        .collect()
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
