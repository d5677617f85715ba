//! Cases in words.

use std::collections::BTreeSet;
use std::io;

use mailwijs_app::cases::{CaseLine, CopyLine};
use mailwijs_app::i18n::{Arg, Texts};

use crate::output::{BOLD, DIM, Output};

/// A case on one line.
pub(super) fn line(output: &mut Output, case: &CaseLine, texts: &Texts) -> io::Result<()> {
    let about: Vec<String> = case
        .categories
        .iter()
        .map(|category| texts.get(&format!("category-{category}"), &[]))
        .collect();
    let (about, number) = (about.join(", "), case.case);
    let how = how(case, texts);
    let args = [("date", Arg::from(day(&case.opened.to_string())))];
    let since = texts.get("cli-case-since", &args);
    output.say(&format!(
        "{BOLD}{number:>3}{BOLD:#}  {about}  {how}  {DIM}{since}{DIM:#}"
    ))
}

/// How it is with a case.
fn how(case: &CaseLine, texts: &Texts) -> String {
    if let Some(at) = case.closed {
        let id = if case.end == Some("not-sensitive") {
            "cli-case-not-sensitive"
        } else {
            "cli-case-closed"
        };
        return texts.get(id, &[("date", Arg::from(day(&at.to_string())))]);
    }
    let at = case.steps.iter().position(|step| step.state == "now");
    let args = [
        ("number", Arg::from(at.map_or(7, |at| at + 1).to_string())),
        ("name", Arg::from(step(case.step, texts))),
    ];
    texts.get("move-at-step", &args)
}

/// A case with its steps and copies.
pub(super) fn whole(output: &mut Output, case: &CaseLine, texts: &Texts) -> io::Result<()> {
    line(output, case, texts)?;
    if case.reopened {
        output.say(&texts.get("move-reopened", &[]))?;
    }
    for one in &case.steps {
        let mark = match one.state {
            "done" => "✓",
            "now" => "→",
            _ => "·",
        };
        output.say(&format!("  {mark} {}", step(one.step, texts)))?;
    }
    if !case.copies.is_empty() {
        output.say(&texts.get("cli-case-copies", &[]))?;
    }
    for copy in &case.copies {
        output.say(format!("  {}", copy_words(copy, texts)).trim_end())?;
    }
    if !case.unread.is_empty() {
        output.say(&texts.get("cli-case-unread", &[]))?;
    }
    case.unread.iter().try_for_each(|unread| {
        let words = format!("  {}: {}", unread.path, unread.why);
        if unread.no_copy {
            output.say(&format!("{words}; {}", texts.get("cli-case-said", &[])))
        } else {
            output.say(&words)
        }
    })
}

fn copy_words(copy: &CopyLine, texts: &Texts) -> String {
    let mut words = vec![place(copy, texts)];
    words.push(texts.get(&format!("move-copy-{}", copy.state), &[]));
    if copy.kin == "conversation" {
        words.push(texts.get("move-kin-conversation", &[]));
    }
    if !copy.to_go {
        words.push(texts.get("move-copy-stays", &[]));
    }
    let subject = copy.subject.as_deref().map(plain).filter(|one| !one.is_empty());
    let subject = subject.map(|subject| format!("  {DIM}“{subject}”{DIM:#}"));
    words.join(" · ") + &subject.unwrap_or_default()
}

/// Where a copy stands.
fn place(copy: &CopyLine, texts: &Texts) -> String {
    match (&copy.folder, &copy.store) {
        (Some(folder), Some(store)) => format!("{} ({})", plain(folder), plain(store)),
        (Some(folder), None) => plain(folder),
        (None, Some(store)) => plain(store),
        (None, None) => texts.get("cli-case-somewhere", &[]),
    }
}

/// What to do next in a case.
pub(super) fn next(case: &CaseLine, system: &str, texts: &Texts) -> String {
    let state = match case.step {
        "delete" => "live",
        "trash" => "trash",
        "gone" => "bytes",
        _ => "",
    };
    let left: Vec<&CopyLine> = case
        .copies
        .iter()
        .filter(|copy| copy.to_go && copy.state == state)
        .collect();
    let places: BTreeSet<String> = left.iter().map(|copy| place(copy, texts)).collect();
    let places: Vec<String> = places.into_iter().collect();
    let id = if case.step == "delete" && left.is_empty() {
        "cli-next-look".to_owned()
    } else {
        format!("cli-next-{}", case.step)
    };
    let args = [
        ("system", Arg::from(system)),
        ("count", Arg::from(u32::try_from(left.len()).unwrap_or(u32::MAX))),
        ("places", Arg::from(places.join(", "))),
    ];
    texts.get(&id, &args)
}

fn step(word: &str, texts: &Texts) -> String {
    texts.get(&format!("move-step-{word}"), &[])
}

/// The day of a time as RFC 3339 writes it.
fn day(at: &str) -> String {
    at.get(..10).unwrap_or(at).to_owned()
}

/// On one line, with nothing that a terminal obeys.
fn plain(words: &str) -> String {
    let spaced = words.replace(char::is_control, " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
