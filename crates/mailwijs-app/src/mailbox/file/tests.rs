use std::fs;
use std::path::Path;
use std::sync::Arc;

use mailwijs_history::{SecretStore, SecretStoreError, SessionStore};
use mailwijs_imap::{Account, Auth, Security};
use tempfile::{TempDir, tempdir};

use super::*;
use crate::desktop::no_keyring::NoKeyring;
use crate::mailbox::{Kept, MailboxSecrets, erase};

fn places() -> (TempDir, Places) {
    let dir = tempdir().unwrap();
    let places = Places {
        data: dir.path().join("data"),
        config: dir.path().join("config"),
    };
    (dir, places)
}

fn mailbox(email: &str) -> Mailbox {
    Mailbox::new(Account {
        email: email.to_owned(),
        user: email.to_owned(),
        host: "imap.school.example".to_owned(),
        port: 143,
        security: Security::StartTls,
        auth: Auth::Password,
    })
}

fn write(places: &Places, text: &str) {
    fs::create_dir_all(&places.config).unwrap();
    fs::write(places.mailboxes(), text).unwrap();
}

#[test]
fn what_is_kept_is_read_again_and_what_is_removed_is_gone() {
    let (_dir, places) = places();
    let mut boxes = Mailboxes::read(&places).unwrap();
    assert_eq!(boxes.all(), []);
    assert!(!boxes.remove("imap://nobody").unwrap());
    assert!(!places.mailboxes().exists(), "nothing is written for nothing");

    let (an, mut els) = (mailbox("an@school.example"), mailbox("els@school.example"));
    boxes.keep(an.clone()).unwrap();
    boxes.keep(els.clone()).unwrap();
    els.ca = Some("/etc/school/root.pem".into());
    boxes.keep(els.clone()).unwrap();
    assert_eq!(boxes.as_before(mailbox("els@school.example")), els);
    assert_eq!(boxes.as_before(mailbox("an@school.example")), an);
    assert_eq!(boxes.all(), [an.clone(), els.clone()]);
    let again = Mailboxes::read(&places).unwrap();
    assert_eq!(again, boxes);
    assert_eq!(again.named("ELS@school.example"), Some(&els));

    assert!(boxes.remove(&an.url()).unwrap());
    assert_eq!(Mailboxes::read(&places).unwrap().all(), [els]);
    let left = fs::read_dir(&places.config).unwrap().count();
    assert_eq!(left, 1, "no file is left beside it");
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, places) = places();
    write(&places, "format = 1\n");
    fs::set_permissions(places.mailboxes(), fs::Permissions::from_mode(0o644)).unwrap();
    let mut boxes = Mailboxes::read(&places).unwrap();
    boxes.keep(mailbox("an@school.example")).unwrap();
    let mode = fs::metadata(places.mailboxes()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_a_newer_version_wrote_is_not_lost() {
    let (_dir, places) = places();
    write(
        &places,
        "format = 1\ncolour = \"blue\"\n\n[[mailboxes]]\nemail = \"an@school.example\"\nuser = \"an\"\n\
         host = \"imap.school.example\"\nport = 993\nauth = \"oauth\"\nfolders = [\"Klas\"]\n\n\
         [mailboxes.sign_in]\nprovider = \"microsoft\"\nclient_id = \"1b2c\"\ntenant = \"x\"\n\n[later]\na = 1\n",
    );
    let mut boxes = Mailboxes::read(&places).unwrap();
    let an = boxes.named("an@school.example").unwrap().clone();
    assert_eq!(
        (an.account.security, an.account.auth),
        (Security::Tls, Auth::OAuth)
    );
    let sign_in = an.sign_in.as_ref().unwrap();
    assert_eq!(
        (sign_in.provider.as_deref(), sign_in.client_id.as_str()),
        (Some("microsoft"), "1b2c")
    );
    boxes.keep(mailbox("els@school.example")).unwrap();
    // Nor when the mailbox is set up anew.
    let anew = boxes.as_before(Mailbox::new(an.account.clone()));
    assert!(anew.newer.contains_key("folders"), "{anew:?}");
    let text = fs::read_to_string(places.mailboxes()).unwrap();
    for kept in ["colour = \"blue\"", "\"Klas\"", "tenant = \"x\"", "[later]"] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert_eq!(Mailboxes::read(&places).unwrap(), boxes);
}

#[test]
fn a_file_that_is_wrong_is_told_with_its_place_and_stays() {
    let good = "[[mailboxes]]\nemail = \"an@x.example\"\nuser = \"an\"\nhost = \"x.example\"\n";
    let (invalid, newer) = (ErrorCode::MailboxesInvalid, ErrorCode::MailboxesNewer);
    for (text, code, told) in [
        ("format = [".to_owned(), invalid, "1: "),
        (
            "format = 1\na = 1\na = 2\n".to_owned(),
            invalid,
            "3: duplicate key",
        ),
        (
            "format = 1\nmailboxes = 3\n".to_owned(),
            invalid,
            "expected a sequence",
        ),
        (format!("{good}port = 1\n"), invalid, "missing field `format`"),
        (
            format!("format = 1\n{good}port = 1\n{good}"),
            invalid,
            "[[mailboxes]] 2: missing field `port`",
        ),
        (
            format!("format = 1\n{good}port = 70000\n"),
            invalid,
            "[[mailboxes]] 1: ",
        ),
        (
            format!("format = 1\n{good}port = 1\nsecurity = \"none\"\n"),
            invalid,
            "unknown variant `none`",
        ),
        ("format = 2\nboxes = 1\n".to_owned(), newer, "2"),
    ] {
        let (_dir, places) = places();
        write(&places, &text);
        let error = Mailboxes::read(&places).unwrap_err();
        assert_eq!(error.code, code, "{text}");
        assert!(error.detail.contains(told), "{text}: {}", error.detail);
        assert_eq!(fs::read_to_string(places.mailboxes()).unwrap(), text);
    }
}

#[test]
fn a_secret_lies_in_the_keyring_under_the_mailboxs_own_name_and_in_no_file() {
    let (dir, places) = places();
    let keyring = Arc::new(SessionStore::default());
    let secrets = MailboxSecrets::new(Arc::clone(&keyring) as Arc<dyn SecretStore>);
    let (an, els) = (mailbox("an@school.example"), mailbox("els@school.example"));
    let mut boxes = Mailboxes::read(&places).unwrap();
    boxes.keep(an.clone()).unwrap();
    boxes.keep(els.clone()).unwrap();
    assert_eq!(secrets.keep(&an, "Zonnebloem-12"), Kept::Keyring);
    assert_eq!(secrets.of(&an).unwrap().unwrap().as_str(), "Zonnebloem-12");
    assert_eq!(secrets.of(&els).unwrap(), None);
    assert!(!everything_below(dir.path()).contains("Zonnebloem"));

    // The app, started again.
    let again = MailboxSecrets::new(Arc::clone(&keyring) as Arc<dyn SecretStore>);
    assert!(again.of(&an).unwrap().is_some());
    keyring.write("history", b"key").unwrap();
    again.keep(&els, "x");
    erase(&places, &again).unwrap();
    assert_eq!((again.of(&an).unwrap(), again.of(&els).unwrap()), (None, None));
    assert!(
        keyring.read("history").unwrap().is_some(),
        "it is not the mailbox's"
    );
    assert!(!places.mailboxes().exists());
    erase(&places, &again).unwrap();
}

#[test]
fn without_a_keyring_a_secret_lasts_until_the_app_stops() {
    let an = mailbox("an@school.example");
    let secrets = MailboxSecrets::new(Arc::new(NoKeyring));
    assert_eq!(secrets.of(&an), Err(SecretStoreError::Absent));
    assert_eq!(
        secrets.keep(&an, "Zonnebloem-12"),
        Kept::Session(SecretStoreError::Absent)
    );
    assert_eq!(
        secrets.clone().of(&an).unwrap().unwrap().as_str(),
        "Zonnebloem-12"
    );
    let another = MailboxSecrets::new(Arc::new(NoKeyring));
    assert_eq!(another.of(&an), Err(SecretStoreError::Absent));
    let (_dir, places) = places();
    let mut boxes = Mailboxes::read(&places).unwrap();
    boxes.keep(an.clone()).unwrap();
    erase(&places, &secrets).unwrap();
    assert_eq!(secrets.of(&an), Err(SecretStoreError::Absent));
}

fn everything_below(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all += &everything_below(&path);
        } else {
            all += &fs::read_to_string(path).unwrap();
        }
    }
    all
}
