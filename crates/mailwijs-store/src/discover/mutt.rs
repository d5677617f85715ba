//! mutt and `NeoMutt`: folders named by `set` lines in their configuration.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::trace::Trace;
use super::{Roots, settings};
use crate::search::{self, Hints};
use crate::{Folder, FolderRole, Identity, MailClient, MailStore, StoreFormat};

pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    files(roots)
        .into_iter()
        .filter_map(|(name, file)| client(name, &file, &roots.home))
        .collect()
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = Vec::new();
    for (_, file) in files(roots) {
        let mut variables = HashMap::new();
        let mut read_too = Vec::new();
        if read(&file, &roots.home, 0, &mut variables, &mut read_too).is_some() {
            let (folder, hints) = places(&variables, &roots.home);
            traces.push(Trace::Present(folder));
            traces.extend(hints.roles.into_keys().map(Trace::Present));
        }
        traces.extend(read_too.into_iter().map(Trace::File));
    }
    traces
}

fn files(roots: &Roots) -> [(&'static str, PathBuf); 6] {
    let home = |path: &str| roots.home.join(path);
    let config = |path: &str| roots.config.join(path);
    [
        ("NeoMutt", home(".neomuttrc")),
        ("NeoMutt", home(".neomutt/neomuttrc")),
        ("NeoMutt", config("neomutt/neomuttrc")),
        ("mutt", home(".muttrc")),
        ("mutt", home(".mutt/muttrc")),
        ("mutt", config("mutt/muttrc")),
    ]
}

fn client(name: &'static str, file: &Path, home: &Path) -> Option<MailClient> {
    let mut variables = HashMap::new();
    read(file, home, 0, &mut variables, &mut Vec::new())?;
    let (folder, hints) = places(&variables, home);
    let found = if folder.is_dir() {
        search::search(&folder, &hints)
    } else {
        search::Search::default()
    };
    let mut folders = found.folders;
    // Folders that stand elsewhere, or are empty files that nothing but the configuration tells to be an mbox.
    for (path, role) in &hints.roles {
        if path.exists() && !folders.iter().any(|folder| folder.path == *path) {
            let format = if path.is_dir() {
                StoreFormat::Maildir
            } else {
                StoreFormat::Mbox
            };
            let mut known = Folder {
                path: path.clone(),
                name: String::new(),
                role: *role,
                format,
            };
            known.name = crate::name::of(&folder, &known);
            folders.push(known);
        }
    }
    folders.sort_by(|a, b| a.path.cmp(&b.path));
    let drafts = hints
        .roles
        .iter()
        .find(|(_, role)| **role == FolderRole::Drafts)
        .map(|(path, _)| path.clone());
    let identity = variables.get("from").map(|from| Identity {
        key: String::new(),
        email: address(from).to_owned(),
        name: variables
            .get("realname")
            .or_else(|| variables.get("real_name"))
            .cloned()
            .unwrap_or_default(),
        drafts,
    });
    let store = MailStore {
        name: folder.display().to_string(),
        root: folder,
        folders,
        unreadable: found.unreadable,
        hints,
    };
    (!store.folders.is_empty()).then(|| MailClient {
        name,
        profile: file.to_owned(),
        identities: identity.into_iter().collect(),
        stores: vec![store],
    })
}

/// The folder of all folders, and those that the configuration names.
fn places(variables: &HashMap<String, String>, home: &Path) -> (PathBuf, Hints) {
    let above = variables.get("folder").map_or("~/Mail", String::as_str);
    let mut hints = Hints::default();
    for (variable, usual, role) in [
        ("spoolfile", None, FolderRole::Inbox),
        ("spool_file", None, FolderRole::Inbox),
        ("trash", None, FolderRole::Trash),
        ("record", Some("~/sent"), FolderRole::Sent),
        ("postponed", Some("~/postponed"), FolderRole::Drafts),
    ] {
        if let Some(path) = variables
            .get(variable)
            .map(String::as_str)
            .or(usual)
            .filter(|path| !path.contains("://"))
        {
            hints.roles.insert(expand(path, home, above), role);
        }
    }
    (expand(above, home, above), hints)
}

/// Reads `set` and `source` lines; nothing is run, so values in backticks are left out. Every file that was looked for is
/// added to `files`.
fn read(
    file: &Path,
    home: &Path,
    depth: usize,
    variables: &mut HashMap<String, String>,
    files: &mut Vec<PathBuf>,
) -> Option<()> {
    files.push(file.to_owned());
    let text = settings(file)?;
    for line in text.lines().map(str::trim) {
        if let Some(other) = line
            .strip_prefix("source ")
            .filter(|other| depth < 8 && !other.contains(['`', '|']))
        {
            let path = expand(unquoted(other.trim()), home, "");
            let path = if path.is_relative() {
                file.parent()?.join(path)
            } else {
                path
            };
            read(&path, home, depth + 1, variables, files);
        }
        let Some((name, value)) = line.strip_prefix("set ").and_then(|rest| rest.split_once('=')) else {
            continue;
        };
        let value = unquoted(value.trim());
        if !value.contains('`') {
            variables.insert(name.trim().to_owned(), value.to_owned());
        }
    }
    Some(())
}

/// The value without its quotes, or up to a comment.
fn unquoted(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            return inside.split(quote).next().unwrap_or(inside);
        }
    }
    value.split_whitespace().next().unwrap_or_default()
}

/// `+name` and `=name` stand in `$folder`.
pub(super) fn expand(path: &str, home: &Path, folder: &str) -> PathBuf {
    if let Some(name) = path.strip_prefix(['+', '=']) {
        return expand(folder, home, "").join(name);
    }
    if let Some(rest) = path.strip_prefix("$folder/") {
        return expand(folder, home, "").join(rest);
    }
    match path.strip_prefix("~/").or_else(|| path.strip_prefix("$HOME/")) {
        Some(rest) => home.join(rest),
        None if path == "~" || path == "$HOME" => home.to_owned(),
        None => PathBuf::from(path),
    }
}

/// The address in `An Peeters <an@x.example>`.
pub(super) fn address(from: &str) -> &str {
    let inside = from.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or(from, |(address, _)| address).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_mutt() {
        let home = Path::new("/home/an");
        assert_eq!(
            expand("+postponed", home, "~/Mail"),
            Path::new("/home/an/Mail/postponed")
        );
        assert_eq!(
            expand("=a/b", home, "/var/mail/an"),
            Path::new("/var/mail/an/a/b")
        );
        assert_eq!(expand("$HOME/x", home, ""), Path::new("/home/an/x"));
        assert_eq!(unquoted("\"a b\" # c"), "a b");
        assert_eq!(unquoted("+sent # c"), "+sent");
        assert_eq!(address("An <an@x.example>"), "an@x.example");
    }
}
