//! How much mail a folder holds, about: to tell how far a walk through it has come.

use std::fs;
use std::path::Path;

use crate::{Folder, StoreFormat, files};

/// Of a folder of files so many are looked at.
const SAMPLE: usize = 64;

impl Folder {
    /// About how many bytes its messages take up; nothing is read. Exact for an mbox; for other formats the number of files,
    /// times the mean size of some of them.
    pub fn extent(&self) -> u64 {
        if self.format == StoreFormat::Mbox {
            return size(&self.path);
        }
        let files = files::list(self);
        let step = files.len().div_ceil(SAMPLE).max(1);
        let sample = files.iter().flatten().step_by(step);
        let (count, bytes) = sample.fold((0, 0), |(count, bytes), path| (count + 1, bytes + size(path)));
        bytes * as_u64(files.len()) / as_u64(count).max(1)
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |found| found.len())
}

fn as_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FolderRole;

    #[test]
    fn a_few_files_tell_of_the_others() {
        let dir = tempfile::tempdir().unwrap();
        for number in 1..=200 {
            fs::write(dir.path().join(number.to_string()), "x".repeat(90 + number % 21)).unwrap();
        }
        fs::write(dir.path().join(".mh_sequences"), "x".repeat(99_999)).unwrap();
        let folder = |path: &Path, format| Folder {
            path: path.to_owned(),
            name: "inbox".to_owned(),
            role: FolderRole::Inbox,
            format,
        };
        let about = folder(dir.path(), StoreFormat::Mh).extent();
        assert!((19_000..21_000).contains(&about), "{about}");
        assert_eq!(folder(&dir.path().join("7"), StoreFormat::Mbox).extent(), 97);
        assert_eq!(folder(&dir.path().join("gone"), StoreFormat::Mbox).extent(), 0);
    }
}
