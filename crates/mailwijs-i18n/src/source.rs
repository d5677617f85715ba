//! The embedded Fluent files.

use include_dir::{Dir, include_dir};

use crate::Lang;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/rules");
static OTHER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/i18n");

/// One Fluent file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The language it is written in.
    pub lang: Lang,
    /// The rule whose texts it holds; `None` for texts that belong to no rule.
    pub rule: Option<&'static str>,
    /// File name, or the rule's id: the same in every language.
    pub name: &'static str,
    /// The Fluent source.
    pub text: &'static str,
}

/// Every embedded Fluent file, in no particular order.
pub fn sources() -> impl Iterator<Item = Source> {
    rule_sources().chain(other_sources())
}

/// `rules/<rule>/<lang>.ftl`
fn rule_sources() -> impl Iterator<Item = Source> {
    RULES.dirs().flat_map(|folder| {
        let rule = folder
            .path()
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        folder.files().filter_map(move |file| {
            let lang = Lang::parse(fluent_stem(file)?)?;
            Some(Source {
                lang,
                rule: Some(rule),
                name: rule,
                text: file.contents_utf8()?,
            })
        })
    })
}

/// `i18n/<lang>/<name>.ftl`
fn other_sources() -> impl Iterator<Item = Source> {
    OTHER.dirs().flat_map(|folder| {
        let lang = folder
            .path()
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(Lang::parse);
        folder.files().filter_map(move |file| {
            let name = fluent_stem(file)?;
            Some(Source {
                lang: lang?,
                rule: None,
                name,
                text: file.contents_utf8()?,
            })
        })
    })
}

/// The name of a `.ftl` file without its extension.
fn fluent_stem(file: &include_dir::File<'static>) -> Option<&'static str> {
    let path = file.path();
    if path.extension()? == "ftl" {
        path.file_stem()?.to_str()
    } else {
        None
    }
}
