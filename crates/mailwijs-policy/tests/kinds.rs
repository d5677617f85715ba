//! Which kind of account an address is, with the built-in Flemish policy.

use mailwijs_policy::{AccountKind, AccountKind::*, KindOverrides, Policy};

#[track_caller]
fn all_are(kind: AccountKind, addresses: &[&str]) {
    let policy = Policy::default();
    for address in addresses {
        assert_eq!(policy.kind_of(address), kind, "{address}");
    }
}

#[test]
fn staff_at_the_school_domain() {
    all_are(
        School,
        &[
            "an.peeters@sintjan.example",
            "An.Peeters@SintJan.Example",
            " an.peeters@sintjan.example ",
            "<an.peeters@sintjan.example>",
            "an.peeters+toetsen@sintjan.example",
            "an.peeters@sintjan.example.",
            "informatica@sintjan.example",
            "team@sintjan.example",
        ],
    );
}

#[test]
fn role_mailboxes() {
    all_are(
        General,
        &[
            "info@sintjan.example",
            "INFO@sintjan.example",
            "zorg+lln@sintjan.example",
        ],
    );
}

#[test]
fn addresses_of_several_persons() {
    all_are(
        Group,
        &[
            "leerkrachten@sintjan.example",
            "team-lager@sintjan.example",
            "ouders-3b@sintjan.example",
            "Ouders-1A+mail@sintjan.example",
        ],
    );
}

#[test]
fn pupils() {
    all_are(Pupil, &["lotte.maes@leerling.sintjan.example"]);
}

#[test]
fn organisations_the_school_works_with() {
    all_are(Partner, &["els@vrijclb.example"]);
}

#[test]
fn private_mailboxes() {
    all_are(
        Private,
        &[
            "an@gmail.com",
            "an+school@gmail.com",
            "an@hotmail.be",
            "an@hotmail.co.uk",
            "an@live.nl",
            "an@telenet.be",
            "an@ziggo.nl",
            "an@KPNMail.nl",
            "an@peeters.xs4all.nl",
            "an@protonmail.com",
            "an@orange.fr",
            "an@t-online.de",
        ],
    );
}

#[test]
fn everything_else_is_outside() {
    all_are(
        Outside,
        &[
            "jan@bakkerij.example",
            "an@mail.sintjan.example",
            "an@sintjan.example.evil.example",
            "an@notsintjan.example",
            "sintjan.example",
            "leerkrachten",
            "@",
            "",
            "undisclosed-recipients:;",
            "an@live.sintjan.example",
            "an@gmail.com.example",
        ],
    );
}

#[test]
fn a_school_may_have_its_group_addresses_elsewhere_and_an_international_domain() {
    let policy = Policy::parse(
        r#"
        format = 1
        [school]
        name = "Collège Sainte-Élise"
        domains = ["collège.example"]
        [addresses]
        groups = ["ouders-*@lists.example"]
        general = ["college.sainte.elise@gmail.com"]
        private = ["*@familie-peeters.example"]
        private_providers = ["buurtnet.example", "*.dorp.example"]
        partners = ["*@*.clb.example", "logo.clb@gmail.com"]
        "#,
    )
    .unwrap();
    for (address, kind) in [
        ("ouders-3b@lists.example", Group),
        ("info@lists.example", Outside),
        ("college.sainte.elise@gmail.com", General),
        ("an@gmail.com", Private),
        ("logo.clb@gmail.com", Partner),
        ("els@gent.clb.example", Partner),
        ("els@clb.example", Outside),
        ("an@familie-peeters.example", Private),
        ("an@buurtnet.example", Private),
        ("an@ons.dorp.example", Private),
        ("an@dorp.example", Outside),
        ("an@COLLÈGE.example", School),
        ("an@xn--collge-6ua.example", School),
    ] {
        assert_eq!(policy.kind_of(address), kind, "{address}");
    }
}

#[test]
fn the_teacher_has_the_last_word() {
    let policy = Policy::default();
    let mut corrections: KindOverrides = [("An@Gmail.com", School)].into_iter().collect();
    assert_eq!(
        policy.kind_with_overrides("an+toets@gmail.com", &corrections),
        School
    );
    assert_eq!(policy.kind_with_overrides("els@gmail.com", &corrections), Private);
    corrections.set("an@gmail.com", None);
    assert_eq!(policy.kind_with_overrides("an@gmail.com", &corrections), Private);
}
