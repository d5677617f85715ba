//! What surrounds a mail decides too: the policy, the channel, the teacher's corrections and identities.
#![expect(
    clippy::unwrap_used,
    reason = "the policy and class list in this file are sound"
)]

use mailwijs_checks::{Channel, Context, Fact, Finding, Fix, check};
use mailwijs_detect::{ClassList, Detector, Document};
use mailwijs_mail::{Direction, parse};
use mailwijs_policy::{AccountKind, KindOverrides, Policy, RuleId, Severity};

const POLICY: &str = r#"
format = 1
[school]
name = "Sint-Jan"
domains = ["sintjan.example"]
[tracking_system]
name = "Smartschool"
"#;

const CLASS_LIST: &[u8] = b"given_name,family_name,class\nNoor,Claes,L5A\n";

const THREE_PARENTS: &str = "From: an.peeters@sintjan.example\r\n\
    To: lien.praet@gmail.com, t.vandamme@telenet.be, joke@praatjes.example\r\n\
    Subject: Uitstap\r\n\r\nBeste ouders, tot morgen.\r\n";

fn policy(more: &str) -> Policy {
    Policy::parse(&format!("{POLICY}{more}")).unwrap()
}

/// What surrounds a mail.
#[derive(Default)]
struct Around<'a> {
    received: bool,
    channel: Channel,
    kinds: Option<&'a KindOverrides>,
    own_addresses: &'a [String],
}

/// The findings of a mail.
fn findings(message: &str, policy: &Policy, around: &Around<'_>) -> Vec<Finding> {
    let mail = parse(message.as_bytes());
    let detector = Detector::new(&ClassList::parse(CLASS_LIST).unwrap());
    let entities = detector.detect(&Document::new(&mail, &[]));
    let direction = if around.received {
        Direction::Received
    } else {
        Direction::Draft
    };
    let report = check(&Context {
        channel: around.channel,
        kinds: around.kinds,
        own_addresses: around.own_addresses,
        ..Context::new(&mail, direction, policy, &entities)
    });
    assert_eq!(report.skipped, [""; 0]);
    report.findings
}

/// The findings of a draft with nothing around it.
fn draft(message: &str, policy: &Policy) -> Vec<Finding> {
    findings(message, policy, &Around::default())
}

fn rules(findings: &[Finding]) -> Vec<RuleId> {
    findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn the_school_sets_the_limits() {
    let three = draft(THREE_PARENTS, &policy(""));
    assert_eq!(rules(&three), [RuleId::VisibleRecipients]);
    assert_eq!(three[0].facts["count"], Fact::Count(3));
    assert_eq!(three[0].fixes[0], Fix::MoveToBcc);
    let more = policy("[limits]\nvisible_external = 4\n");
    assert_eq!(draft(THREE_PARENTS, &more), []);
}

#[test]
fn households_decide_but_people_are_told() {
    let couples = THREE_PARENTS.replace("To: ", "To: peter.praet@gmail.com, ");
    assert_eq!(draft(&couples, &policy(""))[0].facts["count"], Fact::Count(4));
    let more = policy("[limits]\nvisible_external = 4\n");
    assert_eq!(draft(&couples, &more), []);
}

#[test]
fn the_school_sets_level_and_paragraph() {
    let strict = policy("[rules.visible-recipients]\nlevel = \"stop\"\nparagraph = \"3.3\"\n");
    let found = draft(THREE_PARENTS, &strict);
    assert_eq!(found[0].severity, Severity::Stop);
    assert_eq!(found[0].paragraph.as_deref(), Some("3.3"));
    let off = policy("[rules.visible-recipients]\nlevel = \"off\"\n");
    assert_eq!(draft(THREE_PARENTS, &off), []);
}

#[test]
fn the_gravest_finding_comes_first() {
    let message = THREE_PARENTS.replace("tot morgen", "het wachtwoord is Krokus!27");
    let strict = policy("[rules.password]\nlevel = \"stop\"\n[rules.visible-recipients]\nlevel = \"info\"\n");
    let found = draft(&message, &strict);
    assert_eq!(rules(&found), [RuleId::Password, RuleId::VisibleRecipients]);
}

#[test]
fn the_teachers_corrections_count() {
    let kinds = KindOverrides::from_iter([("joke@praatjes.example", AccountKind::School)]);
    assert_eq!(
        findings(
            THREE_PARENTS,
            &policy(""),
            &Around {
                kinds: Some(&kinds),
                ..Around::default()
            }
        ),
        []
    );
}

#[test]
fn the_teachers_own_addresses_do_not_count() {
    let own = ["T.Vandamme@telenet.be".to_owned()];
    assert_eq!(
        findings(
            THREE_PARENTS,
            &policy(""),
            &Around {
                own_addresses: &own,
                ..Around::default()
            }
        ),
        []
    );
}

#[test]
fn evidence_points_at_the_recipients() {
    let found = draft(THREE_PARENTS, &policy(""));
    let shown: Vec<&str> = found[0]
        .evidence
        .iter()
        .map(|evidence| evidence.text.as_str())
        .collect();
    assert_eq!(
        shown,
        [
            "lien.praet@gmail.com",
            "t.vandamme@telenet.be",
            "joke@praatjes.example"
        ]
    );
}

#[test]
fn a_chat_may_not_even_name_a_pupil() {
    let message = "\r\nNoor Claes heeft flink gezongen vandaag.\r\n";
    for (channel, named) in [
        (Channel::Mail, false),
        (Channel::Internal, false),
        (Channel::Chat, true),
        (Channel::Social, true),
        (Channel::Video, false),
    ] {
        let found = findings(
            message,
            &policy(""),
            &Around {
                channel,
                ..Around::default()
            },
        );
        assert_eq!(!found.is_empty(), named, "{channel:?}");
        if let [one] = found.as_slice() {
            assert_eq!(one.rule, RuleId::SensitivePupilData);
            assert_eq!(one.facts["category"], Fact::Word("pupil".to_owned()));
            assert_eq!(one.categories, []);
        }
    }
}

#[test]
fn sensitive_data_leads_to_the_tracking_system() {
    let message = "From: an.peeters@sintjan.example\r\nTo: koen@sintjan.example\r\nSubject: Noor\r\n\r\n\
        Noor Claes heeft suikerziekte.\r\n";
    let found = draft(message, &policy(""));
    assert_eq!(rules(&found), [RuleId::SensitivePupilData]);
    assert_eq!(found[0].facts["system"], Fact::Word("Smartschool".to_owned()));
    assert_eq!(found[0].fixes[0], Fix::MoveToLvs);
    let received = findings(
        message,
        &policy(""),
        &Around {
            received: true,
            ..Around::default()
        },
    );
    assert_eq!(received[0].fixes, [Fix::MoveToLvs]);
}
