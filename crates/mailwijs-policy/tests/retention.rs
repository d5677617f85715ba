//! How long sensitive mail may stay: only as the school says.
#![expect(clippy::unwrap_used, reason = "a test")]

use mailwijs_policy::{Policy, Retention, Template};

/// A policy with this under `[retention]`.
fn days(written: &str) -> Option<u16> {
    let policy =
        format!("format = 1\n[school]\nname = \"X\"\ndomains = [\"x.example\"]\n[retention]\n{written}\n");
    let policy = Policy::parse(&policy).unwrap();
    assert_eq!(
        Policy::parse(&policy.to_toml()).unwrap().retention,
        policy.retention,
        "{written} does not survive being shown"
    );
    policy.retention.received_sensitive.map(Into::into)
}

#[test]
fn the_school_says_after_how_many_days() {
    assert_eq!(days("received_sensitive_days = 1"), Some(1));
    assert_eq!(days("received_sensitive_days = 30"), Some(30));
    assert_eq!(days("received_sensitive_days = 3650"), Some(3650));
}

#[test]
fn who_says_nothing_is_reminded_of_nothing() {
    assert_eq!(days(""), None);
    for template in Template::ALL {
        let policy = template.policy();
        assert_eq!(policy.retention, Retention::default(), "{template:?}");
        assert!(!policy.to_toml().contains("retention"), "{template:?}");
    }
}

#[test]
fn the_example_in_a_template_is_right_once_the_hashes_are_gone() {
    for template in Template::ALL {
        let filled_in = template
            .toml()
            .replace("# [retention]", "[retention]")
            .replace("# received_sensitive_days", "received_sensitive_days");
        let policy = Policy::parse(&filled_in).unwrap();
        assert!(policy.retention.received_sensitive.is_some(), "{template:?}");
    }
}
