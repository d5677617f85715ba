//! Outlook's `.msg`: what stands in a folder when a mail is dragged out of Outlook. `mailwijs-mail` knows what is inside.

use std::path::Path;

use super::has_extension;
use crate::{ReadCause, ReadError};

/// Whether a file is one that Outlook wrote, by its name and its first bytes: other programs call other files `.msg`.
pub(crate) fn is_outlook(path: &Path, start: &[u8]) -> bool {
    has_extension(path, &["msg"]) && mailwijs_mail::is_compound(start)
}

/// The message as RFC 5322 bytes; its headers say whether it is a draft.
pub(super) fn unwrap(path: &Path, bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    mailwijs_mail::from_outlook(bytes).ok_or(ReadError::new(path, None, ReadCause::NotOutlook))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::{Folder, FolderRole, MailStore, ReadCause, StoreFormat, open};

    /// Written by Outlook 16.
    const DRAFT: &[u8] = include_bytes!("../../../../tests/fixtures/outlook/draft-with-attached-message.msg");
    const OTHER: &str = "From: an@x.example\nSubject: Uitstap\n\nDag\n";

    #[test]
    fn a_folder_of_mails_dragged_out_of_outlook() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("Overleg.MSG"), DRAFT).unwrap();
        fs::write(home.path().join("uitstap.eml"), OTHER).unwrap();
        fs::write(home.path().join("tekst.msg"), OTHER).unwrap();
        fs::write(home.path().join("robot.msg"), "float64 x\nfloat64 y\n").unwrap();
        fs::write(home.path().join("stuk.msg"), &DRAFT[..3000]).unwrap();
        fs::write(home.path().join("klassenlijst.xls"), DRAFT).unwrap();
        let stores = open(home.path()).unwrap();
        let (read, failed): (Vec<_>, Vec<_>) = stores
            .iter()
            .flat_map(MailStore::messages)
            .partition(Result::is_ok);
        let subjects: Vec<String> = read
            .into_iter()
            .map(|message| mailwijs_mail::parse(&message.unwrap().bytes).subject)
            .collect();
        assert_eq!(subjects, ["outer subject", "Uitstap", "Uitstap"]);
        let [Err(error)] = failed.as_slice() else {
            panic!("{failed:?}");
        };
        assert_eq!(error.cause, ReadCause::NotOutlook);
        assert!(error.path.ends_with("stuk.msg"));
    }

    #[test]
    fn a_file_named_by_hand() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("Overleg.msg");
        fs::write(&path, DRAFT).unwrap();
        let stores = open(&path).unwrap();
        let message = stores
            .iter()
            .flat_map(MailStore::messages)
            .next()
            .unwrap()
            .unwrap();
        assert!(message.loose && message.bytes.starts_with(b"X-Unsent: 1\r\n"));
    }

    #[test]
    fn its_headers_without_its_text() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("Overleg.msg"), DRAFT).unwrap();
        let folder = Folder {
            path: home.path().to_owned(),
            name: "Sent".to_owned(),
            role: FolderRole::Sent,
            format: StoreFormat::EmlFolder,
        };
        let headers = folder.newest_headers(9);
        let text = String::from_utf8_lossy(&headers[0]);
        assert!(
            text.contains("To: outer@foo.bar\r\n") && text.len() < 1000,
            "{text}"
        );
    }
}
