//! What the teacher reads, in full, for a reader of the snapshots to judge.

use std::fmt::Write as _;

use mailwijs_i18n::{Arg, Lang, RuleText, Texts};

/// Every rule with the facts of a few findings: `name=value`, a number being a count.
const FINDINGS: &[(&str, &[&str])] = &[
    (
        "visible-recipients",
        &[
            "count=12 people=parents",
            "count=4 people=pupils",
            "count=3 people=people",
            "count=11 people=colleagues",
        ],
    ),
    ("group-address-visible", &["count=1", "count=2"]),
    (
        "private-account",
        &["to=parents", "to=pupils", "to=colleagues", "to=others"],
    ),
    (
        "private-address-exposed",
        &[
            "place=text count=1",
            "place=text count=2",
            "place=recipients count=1",
            "place=recipients count=2",
        ],
    ),
    (
        "identifier",
        &[
            "kind=national-number direction=draft",
            "kind=identity-card direction=draft",
            "kind=payment-card direction=draft",
            "kind=iban direction=received",
            "kind=several direction=draft",
        ],
    ),
    (
        "password",
        &[
            "count=1 channel=mail direction=draft",
            "count=2 channel=chat direction=draft",
            "count=1 channel=mail direction=received",
            "count=1 channel=mail direction=draft source=sentence",
            "count=2 channel=chat direction=received source=sentence",
        ],
    ),
    (
        "sensitive-pupil-data",
        &[
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=colleagues",
            "category=family categories=2 system=none channel=mail direction=draft audience=nobody-yet",
            "category=care categories=1 system=Smartschool channel=mail direction=draft audience=care subject=named",
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=own-parents",
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=one-family",
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=families",
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=staff-group",
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=private-address",
            "category=medical categories=1 system=none channel=mail direction=draft audience=outside place=attachment",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=colleagues place=quoted history=new-reader",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=own-parents place=quoted history=quoted",
            "category=list categories=1 system=Smartschool channel=mail direction=draft audience=colleagues place=list",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=colleagues source=sentence",
            "category=care categories=2 system=none channel=chat direction=draft audience=nobody-yet source=sentence",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=staff-group source=sentence",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=care source=sentence subject=named",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=private-address source=sentence",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=outside source=sentence",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=own-parents source=sentence",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=one-family source=sentence",
            "category=family categories=1 system=Smartschool channel=mail direction=draft audience=pupils source=sentence",
            "category=medical categories=1 system=Smartschool channel=mail direction=draft audience=families place=quoted history=quoted source=sentence",
            "category=medical categories=1 system=ParnasSys channel=mail direction=received audience=received source=sentence",
            "category=financial categories=1 system=ParnasSys channel=mail direction=received audience=received place=own",
            "category=pupil categories=1 system=none channel=chat direction=draft audience=nobody-yet",
            "place=colleague audience=colleague channel=mail direction=draft",
        ],
    ),
    (
        "improper-content",
        &["kind=insult", "kind=discrimination", "kind=threat", "kind=sexual"],
    ),
    (
        "unusual-recipient",
        &[
            "kind=greeting",
            "kind=class",
            "kind=namesake",
            "kind=stranger",
            "kind=circle",
        ],
    ),
    (
        "public-share-link",
        &[
            "kind=transfer service=WeTransfer",
            "kind=cloud service=Dropbox",
            "kind=album service=iCloud",
            "kind=anyone service=SharePoint",
            "kind=open service=Drive",
        ],
    ),
    (
        "photo-consent",
        &[
            "how=attached count=1",
            "how=attached count=4",
            "how=album count=0",
            "how=published count=0",
        ],
    ),
];

#[test]
fn nl() {
    insta::assert_snapshot!(wording(Lang::Nl));
}

#[test]
fn fr() {
    insta::assert_snapshot!(wording(Lang::Fr));
}

#[test]
fn en() {
    insta::assert_snapshot!(wording(Lang::En));
}

/// "Placez-les dans": of what was last spoken of, the pupil is put away or taken out.
#[test]
fn in_french_it_is_said_what_goes_where() {
    let texts = wording(Lang::Fr);
    for pointing in [
        "élève ? Placez-le",
        "élève. Placez-le",
        "élève ? Retirez-le",
        "élève ? Alors sa",
        "enfant, retirez-le",
        "\n  Placez-les",
        "e-mail. Placez-le",
    ] {
        assert!(!texts.contains(pointing), "{pointing}");
    }
}

fn wording(lang: Lang) -> String {
    let texts = Texts::new(lang);
    let mut all = String::new();
    for (rule, findings) in FINDINGS {
        let _ = writeln!(all, "# {}", texts.rule(rule, RuleText::Name, &[]));
        for finding in *findings {
            let facts = facts(finding);
            let title = texts.rule(rule, RuleText::Title, &facts);
            let message = texts.rule(rule, RuleText::Message, &facts);
            let _ = writeln!(all, "- {title}\n  {message}");
        }
        let _ = writeln!(all, "  ({})\n", texts.rule(rule, RuleText::Why, &[]));
    }
    all
}

fn facts(finding: &str) -> Vec<(&str, Arg)> {
    let pairs = finding.split(' ').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (name, value.parse().map_or_else(|_| Arg::from(value), Arg::Number)))
        .collect()
}
