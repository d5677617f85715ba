//! Corrected drafts: other recipients, the same body.

mod support;

use mailwijs_mail::{Address, Field, Mail, Rewrite, parse, rewrite};
use proptest::prelude::*;
use std::sync::LazyLock;

fn person(name: &str, email: &str) -> Address {
    Address {
        name: name.to_owned(),
        email: email.to_owned(),
    }
}

fn people(mail: &Mail, field: Field) -> Vec<Address> {
    mail.recipients_in(field).map(|r| r.address.clone()).collect()
}

#[test]
fn everyone_moves_to_bcc() {
    let draft = b"X-Mozilla-Status: 0000\r\nMessage-ID: <a@b>\r\nX-Identity-Key: id1\r\nFcc: imap://x\r\n\
        From: An <an@mail.example>\r\nTo: ouder1@mail.example,\r\n ouder2@mail.example\r\nCc: x@mail.example\r\n\
        Subject: =?utf-8?q?No=C3=A9?=\r\nContent-Type: text/html\r\n\r\n<p>Dag</p>\r\n";
    let change = Rewrite {
        to: vec![person("An Peeters", "an.peeters@sintjan.example")],
        bcc: vec![
            person("Noé, papa van Lotte", "ouder1@mail.example"),
            person("", "ouder2@mail.example"),
        ],
        from: Some(person("An \"juf\" Peeters", "an.peeters@sintjan.example")),
        ..Rewrite::default()
    };
    let text = String::from_utf8(rewrite(draft, &change)).unwrap();
    insta::assert_snapshot!(text.replace("\r\n", "\n"), @r#"
    X-Unsent: 1
    To: An Peeters <an.peeters@sintjan.example>
    Bcc: =?utf-8?B?Tm/DqSwgcGFwYSB2YW4gTG90dGU=?= <ouder1@mail.example>,
     ouder2@mail.example
    From: "An \"juf\" Peeters" <an.peeters@sintjan.example>
    Subject: =?utf-8?q?No=C3=A9?=
    Content-Type: text/html

    <p>Dag</p>
    "#);
    assert!(
        text.split('\n')
            .all(|line| line.is_empty() || line.ends_with('\r')),
        "line ends stay as they were"
    );
}

/// The block Claws Mail puts above a draft's headers makes no sense to other programs.
#[test]
fn a_claws_draft_loses_its_special_headers() {
    let (_, draft) = support::fixtures()
        .into_iter()
        .find(|(name, _)| name == "claws-draft")
        .unwrap();
    let text = String::from_utf8(rewrite(&draft, &Rewrite::default())).unwrap();
    assert!(!text.contains("X-Claws") && !text.contains("SCF:") && !text.contains("\nS:"));
    assert!(text.starts_with("X-Unsent: 1\nDate:") && text.contains("\nFrom: An Peeters"));
}

static FIXTURES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(support::fixtures);

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Za-zéèëïüçñ&!.'-]{1,12}( [A-Za-zéèëïüçñ,;:()@<>\\[\\]\"&!.\\\\-]{1,12}){0,6}",
        "[a-zé☃語]{60,120}",
    ]
}

/// Quotes around a whole name are taken off when it is read.
fn is_quoted(name: &str) -> bool {
    ['\'', '"']
        .iter()
        .any(|quote| name.starts_with(*quote) && name.ends_with(*quote))
}

fn address() -> impl Strategy<Value = Address> {
    (
        name().prop_filter("quoted as a whole", |name| !is_quoted(name)),
        "[a-z0-9._+-]{1,30}@[a-z0-9-]{1,20}\\.(be|nl|example)",
    )
        .prop_map(|(name, email)| Address { name, email })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn recipients_change_and_nothing_else(
        which in any::<prop::sample::Index>(),
        to in proptest::collection::vec(address(), 0..5),
        cc in proptest::collection::vec(address(), 0..3),
        bcc in proptest::collection::vec(address(), 0..30),
        from in proptest::option::of(address()),
    ) {
        let fixtures = &*FIXTURES;
        let (name, bytes) = &fixtures[which.index(fixtures.len())];
        let change = Rewrite { to, cc, bcc, from };
        let rewritten = rewrite(bytes, &change);
        let (before, after) = (parse(bytes), parse(&rewritten));
        for (field, wanted) in [(Field::To, &change.to), (Field::Cc, &change.cc), (Field::Bcc, &change.bcc)] {
            prop_assert_eq!(&people(&after, field), wanted, "{}", name);
        }
        let sender = change.from.clone().or(before.from.clone());
        prop_assert_eq!(after.from, sender);
        prop_assert_eq!(&after.body, &before.body, "{}", name);
        prop_assert_eq!(&after.attachments, &before.attachments, "{}", name);
        prop_assert_eq!(&after.subject, &before.subject);
        prop_assert!(after.marks.draft && after.message_id.is_none());
        let added = rewritten.split(|b| *b == b'\n').take_while(|line| !line.starts_with(b"Subject"));
        prop_assert!(added.clone().all(|line| line.len() <= 998), "{}", name);
    }
}
