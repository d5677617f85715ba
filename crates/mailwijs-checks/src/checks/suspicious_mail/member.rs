//! What the name of a file tells, from `assets/checks/risky-files.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words::rows;

/// What files with an ending are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Carried out by Windows.
    Program,
    /// Carried out too, but pupils make them as well.
    Script,
    /// Leads to a command.
    Shortcut,
    /// Opens as a disk.
    Disk,
    /// A `OneNote` file.
    Note,
    /// Made to hold macros.
    Macro,
    /// Harmless; before another ending a disguise.
    Document,
}

static ENDINGS: LazyLock<HashMap<&str, Ending>> = LazyLock::new(|| {
    rows(include_str!("../../../../../assets/checks/risky-files.tsv"))
        .filter_map(|row| Some((*row.get(1)?, Ending::parse(row.first()?)?)))
        .collect()
});

/// What turns the writing direction around, so that `gpj.exe` reads as `exe.jpg`.
const OVERRIDE: char = '\u{202E}';
/// Blanks that push the real ending out of sight.
const MANY_BLANKS: &str = "     ";
/// What pupils and teachers put beside each other in a project of their own.
const SOURCES: &[&str] = &[
    "css", "java", "py", "cs", "sln", "csproj", "html", "xhtml", "htm", "c", "cpp", "h", "ts", "json", "sb3",
    "php", "xml",
];
/// A project has at least this many files.
const PROJECT: usize = 4;

impl Ending {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "program" => Self::Program,
            "script" => Self::Script,
            "shortcut" => Self::Shortcut,
            "disk" => Self::Disk,
            "note" => Self::Note,
            "macro" => Self::Macro,
            "document" => Self::Document,
            _ => return None,
        })
    }

    /// What the file with this name is.
    pub fn of(name: &str) -> Option<Self> {
        ENDINGS.get(ending(name).as_str()).copied()
    }

    /// Whether it is carried out when opened.
    pub const fn is_carried_out(self) -> bool {
        matches!(self, Self::Program | Self::Script | Self::Shortcut | Self::Disk)
    }
}

/// The last ending of a name, in lower case.
pub fn ending(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let end = file.rsplit_once('.').map(|(_, end)| end).unwrap_or_default();
    end.trim_matches(|c: char| !c.is_alphanumeric() && c != '-')
        .to_lowercase()
}

/// Whether the name hides what the file is: `factuur.pdf.exe`, or an ending pushed or turned out of sight.
pub fn is_disguised(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let Some((stem, _)) = file.rsplit_once('.') else {
        return file.contains(OVERRIDE);
    };
    let carried_out = Ending::of(file).is_some_and(Ending::is_carried_out);
    let posing = Ending::of(stem.trim_end()).is_some_and(|before| before == Ending::Document);
    file.contains(OVERRIDE) || carried_out && (posing || stem.contains(MANY_BLANKS))
}

/// Whether these are the files of a project: a website, a program somebody wrote, a lesson package.
pub fn is_project<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let (mut files, mut sources) = (0, 0);
    for name in names {
        files += 1;
        sources += usize::from(SOURCES.contains(&ending(name).as_str()));
    }
    files >= PROJECT && sources >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../../assets/checks/risky-files.tsv");
        assert_eq!(rows(table).count(), ENDINGS.len());
    }

    #[test]
    fn names_that_hide_what_they_are() {
        for name in [
            "factuur.pdf.exe",
            "Factuur.PDF .scr",
            "foto.jpg                    .js",
            "map/scan.docx.lnk",
            "verslag\u{202E}fdp.exe",
            "\u{202E}xcod.exe",
        ] {
            assert!(is_disguised(name), "{name}");
        }
        for name in [
            "factuur.pdf",
            "les 3.1.docx",
            "verslag.docx.pdf",
            "archief.tar.gz",
            "setup.exe",
            "script.min.js",
            "www.klasse.be.pdf",
            "foto",
            ".",
            "",
        ] {
            assert!(!is_disguised(name), "{name}");
        }
    }
}
