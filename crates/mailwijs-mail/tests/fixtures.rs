//! Each fixture message, parsed and rendered for a person to check.

mod support;

#[test]
fn fixtures_read_as_recorded() {
    for (name, bytes) in support::fixtures() {
        let mail = mailwijs_mail::parse(&bytes);
        support::check_invariants(&mail);
        insta::assert_snapshot!(name, support::render(&mail));
    }
}
