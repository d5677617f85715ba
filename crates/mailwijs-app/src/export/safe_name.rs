//! File names that somebody else chose, made harmless on every system.

use std::collections::HashSet;

/// In bytes: file systems take 255, and a number may be added.
const LONGEST: usize = 120;
/// An extension is shorter than this, or it is none.
const LONGEST_EXTENSION: usize = 16;

/// Devices of Windows, whatever follows the first dot.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Gives every file of a folder a name of its own.
#[derive(Debug, Clone, Default)]
pub struct SafeNames {
    taken: HashSet<String>,
}

impl SafeNames {
    /// The name a file gets: no folders, no characters that a system forbids or that turn the name around, no device of
    /// Windows, at most 120 bytes or so, and unlike every name given before, whatever the case of its letters.
    /// `otherwise` is for a name of which nothing is left.
    pub fn give(&mut self, name: &str, otherwise: &str) -> String {
        let safe = [name, otherwise, "file"].into_iter().map(harmless);
        let safe = safe.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let (stem, extension) = parts(&safe);
        let numbered = (2_u32..).map(|number| format!("{stem} ({number}){extension}"));
        let mut names = std::iter::once(safe.clone()).chain(numbered);
        let name = names.find(|name| !self.taken.contains(&name.to_lowercase()));
        let name = name.unwrap_or(safe);
        self.taken.insert(name.to_lowercase());
        name
    }
}

/// Only the last part of a path, only characters that are seen and allowed everywhere.
fn harmless(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let allowed: String = last
        .chars()
        .filter(|letter| !is_unseen(*letter))
        .map(|letter| match letter {
            '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        })
        .collect();
    // A dot or a blank at the end is dropped by Windows, a dot at the beginning hides a file, a dash there is an option.
    let trimmed = allowed
        .trim_matches(['.', ' '])
        .trim_start_matches(['-', '.', ' ']);
    let short = shortened(trimmed);
    if is_device(&short) {
        format!("_{short}")
    } else {
        short
    }
}

fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let (stem, extension) = parts(name);
    let end = stem.floor_char_boundary(LONGEST - extension.len());
    let stem = stem.get(..end).unwrap_or_default();
    format!("{}{extension}", stem.trim_end_matches(['.', ' ']))
}

/// The name before its extension, and that with its dot.
fn parts(name: &str) -> (&str, &str) {
    let dot = name
        .rfind('.')
        .filter(|dot| *dot > 0 && name.len() - dot <= LONGEST_EXTENSION);
    name.split_at(dot.unwrap_or(name.len()))
}

fn is_device(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    let port = |kind| {
        let number = stem.strip_prefix(kind);
        number.is_some_and(|number| {
            matches!(number, "¹" | "²" | "³")
                || (number.len() == 1
                    && number.as_bytes().is_ascii()
                    && number.chars().all(|digit| digit.is_ascii_digit()))
        })
    };
    DEVICES.contains(&stem.as_str()) || port("com") || port("lpt")
}

/// Control characters, marks of direction, joiners, what stands for nothing: `verslag\u{202e}fdp.exe` reads as a PDF.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(name: &str, safe: &str) {
        assert_eq!(SafeNames::default().give(name, "bijlage"), safe, "{name:?}");
    }

    #[test]
    fn ordinary_names_stay() {
        for name in [
            "verslag.pdf",
            "Rapport klas 3B – été.docx",
            "foto (1).jpeg",
            "communie.pdf",
            "com.txt",
            "archief.tar.gz",
        ] {
            becomes(name, name);
        }
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        becomes("../../.bashrc", "bashrc");
        becomes("C:\\Windows\\system32\\calc.exe", "calc.exe");
        becomes("/etc/passwd", "passwd");
        becomes("..", "bijlage");
        becomes("a/..", "bijlage");
        becomes("verslag.pdf:stroom", "verslag.pdf_stroom");
        becomes("-rf", "rf");
        becomes(" . .x. . ", "x");
    }

    #[test]
    fn no_name_reads_otherwise_than_it_is() {
        becomes("verslag\u{202e}fdp.exe", "verslagfdp.exe");
        becomes("a\u{200b}\u{feff}\0\n\u{2066}b.pdf", "ab.pdf");
        becomes("\u{202e}\u{200f}", "bijlage");
    }

    #[test]
    fn no_name_is_a_device() {
        for name in [
            "CON",
            "nul.txt",
            "Com1.pdf",
            "LPT9",
            "aux .x",
            "COM².txt",
            "CONIN$",
        ] {
            becomes(name, &format!("_{name}"));
        }
    }

    #[test]
    fn no_two_files_have_one_name() {
        let mut names = SafeNames::default();
        let given: Vec<String> = ["a.pdf", "A.PDF", "x/a.pdf", "a (2).pdf", "", ""]
            .iter()
            .map(|name| names.give(name, "bijlage"))
            .collect();
        assert_eq!(
            given,
            [
                "a.pdf",
                "A (2).PDF",
                "a (3).pdf",
                "a (2) (2).pdf",
                "bijlage",
                "bijlage (2)"
            ]
        );
    }

    #[test]
    fn long_names_keep_their_extension() {
        let name = SafeNames::default().give(&format!("{}.docx", "é".repeat(500)), "bijlage");
        assert!(name.len() <= LONGEST && name.ends_with("é.docx"), "{name}");
        let name = SafeNames::default().give(&format!("a.{}", "x".repeat(500)), "bijlage");
        assert_eq!(name.len(), LONGEST);
    }

    #[test]
    fn an_otherwise_that_is_none_is_made_good_too() {
        assert_eq!(SafeNames::default().give("..", "../"), "file");
    }
}
