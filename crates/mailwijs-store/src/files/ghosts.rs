//! Files in Thunderbird's Maildir copy of a folder on a server that its index does not list: of the very first draft in a
//! folder it writes two copies and forgets one, which then stays for good.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::ReadError;
use crate::mbox::{is_imap_copy, msf_of, names_beside};

/// The index lists a file that was just written a moment later.
const LISTED_BY: Duration = Duration::from_secs(5);

/// An index that was written for another reason just then may lack it longer; not as long as this.
const LISTED_AT_LAST: Duration = Duration::from_mins(1);

/// Leaves out the files that the index had time to list and does not.
pub(super) fn leave_out(maildir: &Path, files: &mut Vec<Result<PathBuf, ReadError>>) {
    if files.is_empty() || !is_imap_copy(maildir) {
        return;
    }
    let Some(names) = names_beside(maildir) else {
        return;
    };
    let Some(index) = changed(&msf_of(maildir)) else {
        return;
    };
    let now = SystemTime::now();
    let is_final = has_ended(maildir);
    let had_time = |path: &Path| {
        (is_final && is_of_thunderbird(path))
            || changed(path)
                .is_some_and(|file| file + LISTED_BY < index || (file < index && file + LISTED_AT_LAST < now))
    };
    files.retain(|file| {
        file.as_ref()
            .map_or(true, |path| is_listed(path, &names) || !had_time(path))
    });
}

/// Whether the Thunderbird that keeps this folder has ended in good order, so that its indexes are the last word: while it
/// runs, and after a crash, a link stands in its profile. On Windows nothing like it tells.
fn has_ended(maildir: &Path) -> bool {
    let mut above = maildir.ancestors().skip_while(|path| !path.ends_with("ImapMail"));
    let profile = above.nth(1);
    cfg!(unix)
        && profile
            .is_some_and(|profile| profile.join("prefs.js").is_file() && !profile.join("lock").is_symlink())
}

/// Whether a file is among those that an index names.
pub(crate) fn is_listed(path: &Path, names: &HashSet<Vec<u8>>) -> bool {
    path.file_name()
        .is_some_and(|name| names.contains(name.as_encoded_bytes()))
}

/// When Thunderbird made a file, by its name: `1795403648.M923859P22197Q1.vm.eml`, seconds and millionths.
pub(crate) fn made(path: &Path) -> Option<(u64, u64)> {
    let name = path.file_name()?.to_str()?;
    let (seconds, rest) = name.split_once(".M")?;
    let digits = rest.find(|letter: char| !letter.is_ascii_digit())?;
    Some((seconds.parse().ok()?, rest.get(..digits)?.parse().ok()?))
}

/// Whether Thunderbird names its files in a Maildir like this one; it gives each save a Message-ID of its own, so that two
/// files with the same one are one save.
pub(crate) fn is_of_thunderbird(path: &Path) -> bool {
    made(path).is_some() && path.extension().is_some_and(|extension| extension == "eml")
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_index_had_time_to_list_and_does_not_is_left_out() {
        let home = tempfile::tempdir().unwrap();
        let account = home.path().join("ImapMail/imap.sintjan.example");
        let current = account.join("Drafts/cur");
        fs::create_dir_all(&current).unwrap();
        let an_hour_ago = SystemTime::now() - Duration::from_hours(1);
        for (name, is_old) in [
            ("1.M1P1Q1.vm.eml", true),
            ("1.M2P1Q2.vm.eml", true),
            ("2.M1P1Q3.vm.eml", false),
        ] {
            let file = fs::File::create(current.join(name)).unwrap();
            if is_old {
                file.set_modified(an_hour_ago).unwrap();
            }
        }
        let left = || {
            let mut files: Vec<_> = fs::read_dir(&current)
                .unwrap()
                .map(|entry| Ok(entry.unwrap().path()))
                .collect();
            leave_out(&account.join("Drafts"), &mut files);
            let mut names: Vec<String> = files
                .iter()
                .map(|path| path.as_ref().unwrap().file_name().unwrap().display().to_string())
                .collect();
            names.sort();
            names
        };
        assert_eq!(left().len(), 3, "no index");
        let index = "< <(a=c)> (80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)(BE=storeToken)>\n\
            {1:^80 {(k^96:c)(s=9)} [1(^BE=1.M2P1Q2.vm.eml)] }\n";
        fs::write(account.join("Drafts.msf"), index).unwrap();
        assert_eq!(left(), ["1.M2P1Q2.vm.eml", "2.M1P1Q3.vm.eml"]);
        fs::write(account.join("Drafts.msf"), "<").unwrap();
        assert_eq!(left().len(), 3, "half an index");
    }

    #[cfg(unix)]
    #[test]
    fn the_index_of_a_thunderbird_that_has_ended_is_the_last_word() {
        let home = tempfile::tempdir().unwrap();
        let account = home.path().join("ImapMail/imap.sintjan.example");
        let trash = account.join("Trash");
        fs::create_dir_all(trash.join("cur")).unwrap();
        let (forgotten, foreign) = (trash.join("cur/1.M1P1Q1.vm.eml"), trash.join("cur/terug.eml"));
        for file in [&forgotten, &foreign] {
            fs::write(file, "Subject: Uitstap\n\nDag\n").unwrap();
        }
        let index = "< <(a=c)> (80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)>\n{1:^80 {(k^96:c)(s=9)} }\n";
        fs::write(account.join("Trash.msf"), index).unwrap();
        let left = || {
            let mut files = vec![Ok(forgotten.clone()), Ok(foreign.clone())];
            leave_out(&trash, &mut files);
            files
        };
        assert_eq!(left().len(), 2, "of nobody knows what");
        fs::write(home.path().join("prefs.js"), "").unwrap();
        std::os::unix::fs::symlink("127.0.0.1:+1", home.path().join("lock")).unwrap();
        assert_eq!(left().len(), 2, "it runs");
        fs::remove_file(home.path().join("lock")).unwrap();
        assert_eq!(
            left(),
            [Ok(foreign.clone())],
            "it has ended, and never knew of the other file"
        );
        fs::remove_file(account.join("Trash.msf")).unwrap();
        assert_eq!(left().len(), 2, "no index");
    }

    #[test]
    fn an_index_that_was_written_soon_after_the_file_is_believed_later() {
        let home = tempfile::tempdir().unwrap();
        let account = home.path().join("ImapMail/imap.sintjan.example");
        fs::create_dir_all(account.join("Drafts/cur")).unwrap();
        let file = account.join("Drafts/cur/1.M1P1Q1.vm.eml");
        let index = "< <(a=c)> (80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)>\n{1:^80 {(k^96:c)(s=9)} }\n";
        fs::write(account.join("Drafts.msf"), index).unwrap();
        let left = |age: u64, index: u64| {
            let ago = |seconds| SystemTime::now() - Duration::from_secs(seconds);
            fs::File::create(&file).unwrap().set_modified(ago(age)).unwrap();
            let beside = fs::File::options()
                .append(true)
                .open(account.join("Drafts.msf"))
                .unwrap();
            beside.set_modified(ago(index)).unwrap();
            let mut files = vec![Ok(file.clone())];
            leave_out(&account.join("Drafts"), &mut files);
            files.len()
        };
        assert_eq!(left(20, 18), 1, "the next index may list it");
        assert_eq!(left(90, 88), 0);
        assert_eq!(left(90, 92), 1, "not written since");
    }

    #[test]
    fn names_tell_when_a_file_was_made() {
        let at = |name: &str| made(Path::new(name));
        assert_eq!(at("cur/17.M99156P22197Q4.vm.eml"), Some((17, 99_156)));
        assert!(at("cur/17.M99156P1Q1.vm.eml") < at("cur/17.M923859P1Q0.vm.eml"));
        assert_eq!(at("cur/1795312918.13089_1.vm:2,DS"), None);
        assert!(is_of_thunderbird(Path::new("cur/17.M99156P1Q1.vm.eml")));
        assert!(!is_of_thunderbird(Path::new("cur/17.M99156P1Q1.vm:2,DS")));
    }
}
