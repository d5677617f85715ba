//! Claws Mail's folders and accounts.

use mailwijs_store::discover;
use mailwijs_tests::stores::copy;

use crate::home::{drafts_of, emails, moved, on_windows, only};

#[test]
fn its_accounts_share_a_folder() {
    let home = copy("claws-mh-draft");
    let client = only(home.path());
    assert_eq!(client.name, "Claws Mail");
    assert_eq!(
        emails(&client),
        ["an.peeters@sintjan.example", "an.peeters@prive.example"]
    );
    let drafts = home.path().join("Mail/draft");
    assert_eq!(drafts_of(&client), std::slice::from_ref(&drafts));
    assert_eq!(client.identities[1].drafts, Some(drafts));
}

#[test]
fn in_a_flatpak() {
    let flatpak = ".var/app/org.claws_mail.Claws-Mail";
    let home = moved(
        "claws-mh-draft",
        &[
            (".claws-mail", &format!("{flatpak}/.claws-mail")),
            ("Mail", &format!("{flatpak}/Mail")),
        ],
    );
    let drafts = home.path().join(flatpak).join("Mail/draft");
    assert_eq!(drafts_of(&only(home.path())), [drafts]);
}

#[test]
fn on_windows_its_settings_roam() {
    let home = moved(
        "claws-mh-draft",
        &[(".claws-mail", "AppData/Roaming/Claws-mail"), ("Mail", "Mail")],
    );
    let clients = discover(&on_windows(home.path()));
    assert_eq!(clients.len(), 1);
    assert_eq!(drafts_of(&clients[0]), [home.path().join("Mail/draft")]);
}
