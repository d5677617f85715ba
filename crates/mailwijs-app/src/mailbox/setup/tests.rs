use super::*;

const SCHOOL: &str = "format = 1\n[school]\nname = \"X\"\ndomains = [\"x.example\"]\n";
const SCHOOLMAIL: &str = "[[mailboxes]]\nname = \"Schoolmail\"\nhost = \"imap.x.example\"\n";
const AT_MICROSOFT: &str = "[[mailboxes]]\nname = \"365\"\nhost = \"outlook.office365.com\"\n\
    sign_in = \"microsoft\"\nclient_id = \"1b2c\"\n";

fn wanted(email: &str) -> Wanted {
    Wanted {
        email: email.to_owned(),
        ..Wanted::default()
    }
}

#[track_caller]
fn set_up(wanted: Wanted, mailboxes: &str) -> Result<Mailbox, ErrorCode> {
    let policy = Policy::parse(&format!("{SCHOOL}{mailboxes}")).unwrap();
    wanted.mailbox(&policy).map_err(|error| error.code)
}

#[test]
fn the_policy_knows_the_server() {
    let mailbox = set_up(wanted("An@X.example"), SCHOOLMAIL).unwrap();
    let account = &mailbox.account;
    assert_eq!(
        (account.email.as_str(), account.user.as_str()),
        ("An@X.example", "An@X.example")
    );
    assert_eq!((account.host.as_str(), account.port), ("imap.x.example", 993));
    assert_eq!((account.security, account.auth), (Security::Tls, Auth::Password));

    let mailbox = set_up(wanted("an@x.example"), AT_MICROSOFT).unwrap();
    assert_eq!(mailbox.account.auth, Auth::OAuth);
    assert_eq!(mailbox.sign_in.as_ref().unwrap().client_id, "1b2c");
    let page = mailbox.sign_in.as_ref().unwrap().page(&mailbox).unwrap();
    assert_eq!(page.authorize.host_str(), Some("login.microsoftonline.com"));
    assert_eq!(page.login_hint.as_deref(), Some("an@x.example"));
}

#[test]
fn what_is_given_by_hand_goes_before_the_policy() {
    let by_hand = Wanted {
        user: Some("an".to_owned()),
        starttls: true,
        ..wanted("an@x.example")
    };
    let account = set_up(by_hand.clone(), SCHOOLMAIL).unwrap().account;
    assert_eq!(
        (account.user.as_str(), account.host.as_str()),
        ("an", "imap.x.example")
    );
    assert_eq!((account.port, account.security), (143, Security::StartTls));

    let elsewhere = Wanted {
        host: Some("post.x.example".to_owned()),
        port: Some(1993),
        ..wanted("an@x.example")
    };
    let account = set_up(elsewhere, AT_MICROSOFT).unwrap().account;
    assert_eq!((account.host.as_str(), account.port), ("post.x.example", 1993));
    assert_eq!(account.auth, Auth::Password);

    let other_way = Wanted {
        sign_in: Some(WantedSignIn::Password),
        ..wanted("an@x.example")
    };
    assert_eq!(set_up(other_way, AT_MICROSOFT).unwrap().sign_in, None);
}

#[test]
fn who_is_at_a_big_provider_needs_no_host() {
    let account = set_up(wanted("an@gmail.com"), "").unwrap().account;
    assert_eq!((account.host.as_str(), account.port), ("imap.gmail.com", 993));
    assert_eq!(account.auth, Auth::Password, "Google takes app passwords");
    assert_eq!(set_up(wanted("an@hotmail.com"), ""), Err(ErrorCode::NoClientId));
    let mailbox = set_up(wanted("an@hotmail.com"), AT_MICROSOFT).unwrap();
    assert_eq!(mailbox.account.auth, Auth::OAuth);
}

#[test]
fn what_cannot_be_known_is_asked() {
    assert_eq!(set_up(wanted("an@x.example"), ""), Err(ErrorCode::UnknownServer));
    for none in ["", "an", "@x.example", "an@", "an@localhost", "an@x y.example"] {
        assert_eq!(
            set_up(wanted(none), SCHOOLMAIL),
            Err(ErrorCode::NotAnAddress),
            "{none}"
        );
    }
    let google = Wanted {
        sign_in: Some(WantedSignIn::Google),
        ..wanted("an@x.example")
    };
    assert_eq!(set_up(google, AT_MICROSOFT), Err(ErrorCode::NoClientId));
}
