//! Whatever is offered as a policy, reading it ends soon and in words.

use std::time::{Duration, Instant};

use mailwijs_policy::{Policy, Template};
use proptest::{prelude::*, sample::Index};

#[track_caller]
fn is_refused_soon(what: &str, source: &str) {
    let start = Instant::now();
    let errors = Policy::parse(source).err();
    assert!(
        errors.is_some_and(|errors| errors.iter().count() > 0),
        "{what} is accepted"
    );
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{what} took {:?}",
        start.elapsed()
    );
}

#[test]
fn size_and_depth_do_no_harm() {
    let lines = 50_000;
    is_refused_soon("nested lists", &format!("a = {}", "[".repeat(lines)));
    is_refused_soon("nested tables", &"a = {a".repeat(lines));
    is_refused_soon("a long dotted key", &format!("a{} = 1", ".a".repeat(lines)));
    is_refused_soon("a long dotted heading", &format!("[a{}]", ".a".repeat(lines)));
    is_refused_soon(
        "many unknown keys",
        &(0..lines).map(|n| n.to_string() + " = 1\n").collect::<String>(),
    );
    is_refused_soon("many slips", &"= = =\n".repeat(lines));
    is_refused_soon("one long line of slips", &"= ".repeat(lines));
    is_refused_soon(
        "many bad addresses",
        &format!("[addresses]\ngeneral = [{}]", "'x', ".repeat(lines)),
    );
}

/// Every error points into the text.
fn points_into(source: &str) -> Result<(), TestCaseError> {
    if let Err(errors) = Policy::parse(source) {
        for error in &errors {
            let line = source.lines().nth(error.position.line - 1).unwrap_or_default();
            prop_assert!(error.position.column <= line.chars().count() + 2, "{error}");
            prop_assert!(error.position.excerpt(source).contains('^'));
            prop_assert!(!error.kind.key().is_empty() && !error.kind.args().is_empty());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_to_the_end(source in any::<String>()) {
        points_into(&source)?;
    }

    #[test]
    fn any_text_that_looks_like_toml_is_read_to_the_end(source in r#"([\[\]{}="'.,#\n a-z0-9@*-]|format|rules|school|\n\[|"""|1 = ){0,60}"#) {
        points_into(&source)?;
    }

    #[test]
    fn a_template_with_a_stretch_replaced_is_read_to_the_end(
        template in prop::sample::select(&Template::ALL[..]),
        start in any::<Index>(),
        length in 0_usize..40,
        instead in r#"[\[\]{}="'.\n0-9a-zé@*]{0,8}"#,
    ) {
        let letters: Vec<char> = template.toml().chars().collect();
        let start = start.index(letters.len());
        let rest = letters.iter().skip(start + length);
        let source: String = letters.iter().take(start).copied().chain(instead.chars()).chain(rest.copied()).collect();
        points_into(&source)?;
    }

    #[test]
    fn any_address_has_a_kind(address in any::<String>(), local in "[ -~]{0,12}", domain in "[ -~é]{0,20}") {
        let policy = Policy::default();
        policy.kind_of(&address);
        policy.kind_of(&format!("{local}@{domain}"));
        policy.is_school_iban(&address);
    }
}
