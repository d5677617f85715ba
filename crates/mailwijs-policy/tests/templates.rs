//! The policies a school starts from.

use mailwijs_policy::{Policy, Template};

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
        assert_eq!(Template::of(policy.school.country), template);
        assert_eq!(Template::parse(template.as_str()), Some(template));
    }
}
