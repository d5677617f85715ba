//! Every text exists in every language, with the same arguments, and none is empty.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use mailwijs_i18n::{Lang, RuleText, sources};

/// The messages of one file: id → the arguments it uses.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_file_parses_without_errors() {
    for source in sources() {
        if let Err((_, errors)) = FluentResource::try_new(source.text.to_owned()) {
            panic!("{} ({}): {errors:?}", source.name, source.lang.as_str());
        }
    }
}

#[test]
fn every_text_exists_in_every_language_with_the_same_arguments() {
    let files = messages_by_file();
    assert!(files.len() > 10, "the texts are embedded");
    for (name, languages) in &files {
        for lang in Lang::ALL {
            assert_eq!(
                languages.get(lang.as_str()),
                languages.get("nl"),
                "{name}: {} differs from nl",
                lang.as_str()
            );
        }
    }
}

#[test]
fn every_rule_has_all_its_texts() {
    for (name, languages) in messages_by_file()
        .iter()
        .filter(|(name, _)| name.starts_with("rule "))
    {
        let ids: BTreeSet<&str> = languages["nl"].keys().map(String::as_str).collect();
        let wanted: BTreeSet<&str> = RuleText::ALL.iter().map(|text| text.id()).collect();
        assert_eq!(ids, wanted, "{name}");
    }
}

#[test]
fn no_id_is_used_twice_outside_the_rules() {
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for source in sources().filter(|source| source.rule.is_none()) {
        for id in messages(source.text).into_keys() {
            let before = seen.insert((source.lang.as_str(), id.clone()), source.name);
            assert_eq!(before, None, "{id} of {} exists already", source.name);
        }
    }
}

#[test]
fn texts_are_plain() {
    for source in sources() {
        assert!(
            !source.text.contains("..."),
            "{}: write … instead of ...",
            source.name
        );
        assert!(!source.text.contains('\t'), "{}: no tabs", source.name);
    }
}

/// The files speak to the teacher; only what the teacher writes to a colleague is familiar.
#[test]
fn in_french_the_teacher_is_called_vous() {
    for source in sources().filter(|source| source.lang == Lang::Fr) {
        let to_the_teacher = source
            .text
            .split("\n\n")
            .filter(|part| !part.contains("Dis-moi") && !part.contains("Bien à toi"));
        for line in to_the_teacher.flat_map(str::lines) {
            let words: Vec<&str> = line.split(|c: char| !c.is_alphabetic()).collect();
            for (index, word) in words.iter().enumerate() {
                let tone = index > 0 && matches!(words.get(index - 1), Some(&("le" | "du" | "au")));
                let familiar =
                    matches!(*word, "tu" | "Tu" | "ta" | "tes" | "toi" | "Ton") || *word == "ton" && !tone;
                assert!(!familiar, "{}: {line}", source.name);
            }
        }
    }
}

fn messages_by_file() -> BTreeMap<String, BTreeMap<&'static str, Messages>> {
    let mut files: BTreeMap<String, BTreeMap<&'static str, Messages>> = BTreeMap::new();
    for source in sources() {
        let kind = if source.rule.is_some() { "rule" } else { "file" };
        let file = files.entry(format!("{kind} {}", source.name)).or_default();
        file.insert(source.lang.as_str(), messages(source.text));
    }
    files
}

fn messages(text: &str) -> Messages {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(sound, _)| sound);
    let mut found = Messages::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            let blank = message.value.as_ref().is_none_or(is_blank);
            assert!(!blank, "{} is empty", message.id.name);
            message
                .value
                .iter()
                .for_each(|pattern| collect(pattern, &mut arguments));
            found.insert(message.id.name.to_owned(), arguments);
        }
    }
    found
}

fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.trim().is_empty(),
        PatternElement::Placeable { .. } => false,
    })
}

/// The arguments of a pattern, those of its variants included.
fn collect(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, into);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_inline(selector, into);
            for variant in variants {
                collect(&variant.value, into);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, into),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_inline(argument, into);
            }
        }
        _ => {}
    }
}
