//! The policies a school starts from.

use std::collections::BTreeSet;

use mailwijs_policy::{AccountKind, Authority, Level, Policy, RuleId, Template, Topic};

#[test]
fn every_template_is_a_policy_that_says_what_to_do_with_every_rule() {
    for template in Template::ALL {
        let policy =
            Policy::parse(template.toml()).unwrap_or_else(|errors| panic!("{template:?}:\n{errors}"));
        assert_eq!(
            policy,
            template.policy(),
            "{template:?} leaves something to the fallback"
        );
        assert_eq!(
            Policy::parse(&policy.to_toml()).as_ref(),
            Ok(&policy),
            "{template:?} does not survive being shown"
        );
        for rule in RuleId::ALL {
            let id = policy.settings(rule).paragraph.unwrap_or_default();
            assert!(
                policy.paragraph(&id).is_some(),
                "{template:?}: {} rests on nothing",
                rule.as_str()
            );
        }
    }
}

#[test]
fn templates_are_found_by_name_and_country() {
    for template in Template::ALL {
        assert_eq!(Template::of(template.policy().school.country), template);
        assert_eq!(Template::parse(template.as_str()), Some(template));
    }
    assert_eq!(Policy::default(), Template::Flemish.policy());
}

#[test]
fn templates_name_no_real_school() {
    for template in Template::ALL {
        let addresses = template
            .toml()
            .split(|c: char| c.is_whitespace() || "\"';()<>,".contains(c));
        let mut seen = 0;
        for address in addresses
            .map(|word| word.trim_end_matches(['.', ':']))
            .filter(|word| word.contains('@'))
        {
            let domain = address.rsplit('@').next().unwrap_or_default();
            seen += 1;
            assert!(
                domain.is_empty() || domain.ends_with(".example"),
                "{template:?} mentions {address}"
            );
        }
        assert!(seen > 10, "{template:?} has only {seen} addresses");
    }
}

#[test]
fn the_dutch_template_has_the_ten_topics_and_rests_each_rule_on_its_own() {
    let policy = Template::Dutch.policy();
    let paragraphs = &policy.code_of_conduct.as_ref().unwrap().paragraphs;
    assert_eq!(
        paragraphs
            .iter()
            .map(|paragraph| paragraph.topic)
            .collect::<Vec<_>>(),
        Topic::ALL
    );
    for rule in RuleId::ALL {
        let id = policy.settings(rule).paragraph.unwrap();
        assert_eq!(
            policy.paragraph(&id).unwrap().topic,
            rule.topic(),
            "{}",
            rule.as_str()
        );
    }
}

#[test]
fn what_harms_most_stays_until_it_is_handled() {
    for template in Template::ALL {
        let policy = template.policy();
        let stops: BTreeSet<_> = RuleId::ALL
            .into_iter()
            .filter(|rule| policy.settings(*rule).level == Level::Stop)
            .collect();
        assert_eq!(
            stops,
            [RuleId::Identifier, RuleId::Password, RuleId::SensitivePupilData].into()
        );
    }
}

#[test]
fn a_policy_that_is_silent_on_rules_follows_the_template_of_its_country() {
    let school = |country: &str, more: &str| {
        let head = "format = 1\n[school]\nname = \"X\"\ndomains = [\"x.example\"]\n";
        Policy::parse(&format!("{head}country = \"{country}\"\n{more}")).unwrap()
    };
    let belgian = school("BE", "");
    assert_eq!(belgian.rules, Template::Flemish.policy().rules);
    assert_eq!(belgian.authority(), Authority::Vtc);
    assert_eq!(
        (belgian.limits.visible_external, belgian.limits.visible_internal),
        (3, 10)
    );
    assert_eq!(belgian.kind_of("an@gmail.com"), AccountKind::Private);
    assert_eq!(belgian.kind_of("an@x.example"), AccountKind::School);

    let dutch = school("NL", "");
    assert_eq!(dutch.rules, Template::Dutch.policy().rules);
    assert_eq!(dutch.authority(), Authority::Ap);

    let quiet = school("BE", "[rules.password]\nlevel = \"off\"\n");
    assert_eq!(quiet.settings(RuleId::Password).level.severity(), None);
    assert_eq!(quiet.settings(RuleId::Password).paragraph.as_deref(), Some("3"));
}

#[test]
fn a_rule_rests_on_the_schools_own_paragraph_of_the_same_topic() {
    let policy = Policy::parse(include_str!(
        "../../../tests/fixtures/policy/good-own-paragraphs.toml"
    ))
    .unwrap();
    let rests_on = |rule| policy.settings(rule).paragraph;
    assert_eq!(rests_on(RuleId::Identifier).as_deref(), Some("geheim"));
    assert_eq!(rests_on(RuleId::VisibleRecipients).as_deref(), Some("delen"));
    assert_eq!(rests_on(RuleId::PhotoConsent), None);
    assert!(
        policy
            .paragraph("delen")
            .unwrap()
            .text
            .starts_with("Een alinea.\n\n- een punt")
    );
}

#[test]
fn the_schools_own_account_is_recognised_however_it_is_written() {
    let policy = Policy::default();
    for own in ["BE68 5390 0754 7034", "BE68539007547034", "be68-5390-0754-7034"] {
        assert!(policy.is_school_iban(own), "{own}");
    }
    for other in ["BE71 0961 2345 6769", "BE68 5390 0754 7035", "", "539007547034"] {
        assert!(!policy.is_school_iban(other), "{other}");
    }
}

#[test]
fn what_the_guide_shows_is_true() {
    let guide = include_str!("../../../docs/beleid.md");
    let shown = guide
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let policy = shown.collect::<Vec<_>>().join("\n");
    let policy = Policy::parse(&policy).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(policy.addresses.groups.len(), 3);

    for template in Template::ALL {
        for (rule, settings) in template.policy().rules {
            let row = guide
                .lines()
                .find(|line| line.starts_with(&format!("| `{}` |", rule.as_str())));
            let level = row.and_then(|row| row.trim_end_matches(" |").rsplit("| ").next());
            assert_eq!(level, Some(settings.level.as_str()), "{}", rule.as_str());
        }
    }
    for topic in Topic::ALL {
        assert!(
            guide.contains(&format!("`{}`", topic.as_str())),
            "{}",
            topic.as_str()
        );
    }
}
