//! Maildir: one file per message, its flags in the file's name.

use std::path::Path;

/// Where live messages stand; `tmp` holds those being written.
pub(crate) const DIRECTORIES: [&str; 2] = ["cur", "new"];

/// The flags that matter here, from `…:2,DS` (Windows programs write `;` or `!` for the colon).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// `D`: a draft.
    pub draft: bool,
    /// `T`: deleted, waiting for the folder to be expunged.
    pub trashed: bool,
}

/// The flags in a file's name. Thunderbird's names end in `.eml` and have none.
pub(crate) fn flags(path: &Path) -> Flags {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let info = name
        .windows(3)
        .rposition(|part| matches!(part, [b':' | b';' | b'!', b'2', b',']));
    let letters = info.and_then(|at| name.get(at + 3..)).unwrap_or_default();
    Flags {
        draft: letters.contains(&b'D'),
        trashed: letters.contains(&b'T'),
    }
}

/// The part of the name that stays when flags change.
pub(crate) fn unique(path: &Path) -> &[u8] {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let info = name
        .windows(3)
        .rposition(|part| matches!(part, [b':' | b';' | b'!', b'2', b',']));
    info.and_then(|at| name.get(..at)).unwrap_or(name)
}

/// Whether a file stands where a Maildir keeps its messages.
pub(crate) fn is_inside(path: &Path) -> bool {
    path.parent()
        .and_then(Path::file_name)
        .is_some_and(|parent| DIRECTORIES.iter().any(|directory| parent == *directory))
}

/// Whether a name begins as a delivery's does: with the second it was made in.
pub(crate) fn is_delivery(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let digits = name.iter().take_while(|byte| byte.is_ascii_digit()).count();
    digits > 0 && name.get(digits) == Some(&b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_in_names() {
        let draft = Flags {
            draft: true,
            trashed: false,
        };
        let ghost = Flags {
            draft: true,
            trashed: true,
        };
        assert_eq!(flags(Path::new("cur/1795312918.13089_1.vm:2,DS")), draft);
        assert_eq!(flags(Path::new("cur/1795312915.13089_0.vm:2,DST")), ghost);
        assert_eq!(flags(Path::new("cur/1795312918.13089_1.vm;2,D")), draft);
        assert_eq!(
            flags(Path::new("cur/1795311450.M769026P16471Q5.vm.eml")),
            Flags::default()
        );
        assert_eq!(flags(Path::new("new/1795312808.R59TD")), Flags::default());
        assert_eq!(unique(Path::new("cur/17.vm:2,DS")), b"17.vm");
    }
}
