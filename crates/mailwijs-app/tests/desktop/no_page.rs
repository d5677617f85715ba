//! A policy that does not say where the tracking system is.

use mailwijs_app::imap::Trust;
use mailwijs_app::ipc::{CaseAction, UserAction};

use crate::cases::{arrived_at, begin};
use crate::desk::{Desk, PARENTS_IN_CC, POLICY};

#[test]
fn a_policy_without_the_page_of_the_system_says_what_it_looks_like() {
    let url = "url = \"https://sintjan.smartschool.example\"\n";
    assert!(POLICY.contains(url));
    for (name, page) in [
        ("Magister", Some("https://JOUWSCHOOL.magister.net")),
        ("parnas-sys", Some("https://start.parnassys.net")),
        ("Informat", None),
        ("Ons schrift", None),
    ] {
        let policy = POLICY
            .replace(url, "")
            .replace("\"Smartschool\"", &format!("{name:?}"));
        let desk = Desk::with_share(&policy, Trust::default());
        arrived_at(&desk);
        begin(&desk);
        let said = desk.act(UserAction::Case {
            id: 1,
            case: CaseAction::OpenSystem,
        });
        assert_eq!(said.open, None);
        assert!(
            said.message.contains(name) && said.message.contains("ICT-coördinator"),
            "{said:?}"
        );
        assert_eq!(said.message.contains("https://"), page.is_some(), "{said:?}");
        assert!(said.message.contains(page.unwrap_or_default()), "{said:?}");
    }
}

#[test]
fn that_the_tracking_system_opens_is_said_only_when_it_does() {
    let moved = |policy: &str| {
        let desk = Desk::with_share(policy, Trust::default());
        let (head, _) = PARENTS_IN_CC.split_once("Cc:").unwrap();
        desk.save(&format!(
            "{head}Subject: Noor\n\nNoor Claes uit 3B heeft epilepsie.\n"
        ));
        let card = desk.card();
        let (draft, rule) = (card.draft, card.findings[0].rule.clone());
        desk.act(UserAction::Fix {
            draft,
            rule,
            fix: "move-to-lvs".into(),
        })
    };
    let with = moved(POLICY);
    assert_eq!(with.open.as_deref(), Some("https://sintjan.smartschool.example/"));
    assert!(with.message.contains("Smartschool gaat open"), "{with:?}");
    let without = moved(&POLICY.replace("url = \"https://sintjan.smartschool.example\"\n", ""));
    assert_eq!((&without.open, &without.clipboard), (&None, &with.clipboard));
    assert!(!without.message.contains("gaat open"), "{without:?}");
    assert!(without.message.contains("Open Smartschool"), "{without:?}");
}
