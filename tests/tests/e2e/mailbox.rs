//! A Maildir with a drafts folder, written the way mail programs do: whole, then renamed into place.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A draft as a mail program saves it; every save is a new file that replaces the one before.
#[derive(Clone)]
pub struct Draft {
    subject: String,
    to: Vec<String>,
    cc: Vec<String>,
    bcc: Vec<String>,
    body: String,
}

impl Draft {
    pub fn new(subject: &str) -> Self {
        Self {
            subject: subject.to_owned(),
            to: Vec::new(),
            cc: Vec::new(),
            bcc: Vec::new(),
            body: "Dag,\n".to_owned(),
        }
    }

    pub fn named(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }

    pub fn to<T: Into<String>>(mut self, to: impl IntoIterator<Item = T>) -> Self {
        self.to = to.into_iter().map(Into::into).collect();
        self
    }

    pub fn cc(mut self, cc: impl IntoIterator<Item = String>) -> Self {
        self.cc = cc.into_iter().collect();
        self
    }

    pub fn body(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        self
    }

    pub fn all_in_bcc(mut self) -> Self {
        self.bcc.append(&mut self.cc);
        self
    }

    fn message(&self) -> String {
        let list = |name: &str, addresses: &[String]| {
            if addresses.is_empty() {
                String::new()
            } else {
                format!("{name}: {}\r\n", addresses.join(",\r\n "))
            }
        };
        format!(
            "From: An Peeters <an.peeters@sintjan.example>\r\n{}{}{}Subject: {}\r\n\
             Message-ID: <{}@laptop>\r\nDate: Mon, 23 Nov 2026 10:15:00 +0100\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{}",
            list("To", &self.to),
            list("Cc", &self.cc),
            list("Bcc", &self.bcc),
            self.subject,
            self.id(),
            self.body.replace('\n', "\r\n"),
        )
    }

    fn id(&self) -> String {
        self.subject.to_lowercase().replace(' ', "-")
    }
}

/// A Maildir whose `.Drafts` folder takes the drafts.
pub struct Mailbox {
    path: PathBuf,
    saves: AtomicU32,
}

impl Mailbox {
    pub fn create(path: &Path) -> Self {
        let mailbox = Self {
            path: path.to_path_buf(),
            saves: AtomicU32::new(0),
        };
        for folder in ["", ".Drafts", ".Sent", ".Trash"] {
            mailbox.add_folder(folder);
        }
        mailbox
    }

    /// A folder of its own.
    pub fn add_folder(&self, name: &str) {
        for part in ["cur", "new", "tmp"] {
            fs::create_dir_all(self.path.join(name).join(part)).expect("a Maildir");
        }
    }

    pub fn path(&self) -> &str {
        self.path.to_str().expect("a path in UTF-8")
    }

    /// A mail comes to stand in a folder: in the inbox (`""`), or in `.Sent`; where it stands.
    pub fn put(&self, folder: &str, mail: &str) -> PathBuf {
        let number = self.saves.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}.M{number}P1.laptop:2,", 1_795_000_000 + number);
        let unfinished = self.path.join(folder).join("tmp").join(&name);
        fs::write(&unfinished, mail).expect("a mail is written");
        let there = self.path.join(folder).join("cur").join(&name);
        fs::rename(&unfinished, &there).expect("a mail comes in");
        there
    }

    /// Moves a mail to the trash; where it stands then.
    pub fn delete(&self, mail: &Path) -> PathBuf {
        let trash = self
            .path
            .join(".Trash/cur")
            .join(mail.file_name().expect("a name"));
        fs::rename(mail, &trash).expect("a mail is deleted");
        trash
    }

    /// Saves the draft, then removes its version before.
    pub fn save(&self, draft: &Draft) {
        let drafts = self.path.join(".Drafts");
        let ends = format!(".{}:2,DS", draft.id());
        let before: Vec<PathBuf> = fs::read_dir(drafts.join("cur"))
            .expect("the drafts")
            .map(|entry| entry.expect("a draft").path())
            .filter(|path| path.to_string_lossy().ends_with(&ends))
            .collect();
        let number = self.saves.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}.M{number}P1.laptop{ends}", 1_795_000_000 + number);
        let unfinished = drafts.join("tmp").join(&name);
        fs::write(&unfinished, draft.message()).expect("a draft is written");
        fs::rename(&unfinished, drafts.join("cur").join(&name)).expect("a draft is saved");
        for path in before {
            fs::remove_file(path).expect("the version before is removed");
        }
    }
}
