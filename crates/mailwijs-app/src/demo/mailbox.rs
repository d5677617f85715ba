//! The demo's Maildir: made, marked as the app's own, and removed again without touching anything else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Marks the folder as the demo's and tells whoever finds it what it is.
const MARK: &str = "LEESMIJ.txt";
const MARK_TEXT: &str = "\
Dit is de proefmailbox van Mailwijs. De mails hierin zijn verzonnen. Je mag deze map weggooien.
This is the demo mailbox of Mailwijs. The mails in it are invented. You may delete this folder.
";

/// Part of the name of every message file of the demo.
const OWN: &str = ".mailwijs-demo";

const DRAFTS: &str = "Drafts";
const SENT: &str = "Sent";
const PARTS: [&str; 3] = ["cur", "new", "tmp"];

/// A folder with two Maildirs, `Drafts` and `Sent`.
#[derive(Debug, Clone)]
pub struct DemoMailbox {
    root: PathBuf,
    /// The folder itself is the demo's too.
    made: bool,
}

impl DemoMailbox {
    /// Makes it; refuses a folder that holds anything but an earlier demo.
    pub fn create(root: &Path) -> io::Result<Self> {
        let marked = root.join(MARK).is_file();
        let mut entries = fs::read_dir(root).into_iter().flatten();
        if !marked && entries.next().is_some() {
            let what = format!("{} is not a demo mailbox; nothing was changed", root.display());
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, what));
        }
        let mailbox = Self {
            root: root.to_path_buf(),
            made: marked || !root.exists(),
        };
        fs::create_dir_all(root)?;
        fs::write(root.join(MARK), MARK_TEXT)?;
        for folder in [DRAFTS, SENT] {
            for part in PARTS {
                fs::create_dir_all(root.join(folder).join(part))?;
            }
        }
        mailbox.clear()?;
        Ok(mailbox)
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the drafts.
    pub fn drafts(&self) -> PathBuf {
        self.root.join(DRAFTS)
    }

    /// Saves a draft as a mail client does: complete in `tmp`, then renamed into `cur`.
    pub fn save_draft(&self, unique: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        deliver(&self.drafts(), unique, "DS", bytes)
    }

    /// Files a sent message.
    pub fn save_sent(&self, unique: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        deliver(&self.root.join(SENT), unique, "S", bytes)
    }

    /// Removes what the demo made; what somebody else put here stays, and so do the folders it lies in.
    pub fn remove(&self) -> io::Result<()> {
        self.clear()?;
        for folder in [DRAFTS, SENT] {
            let folder = self.root.join(folder);
            for part in PARTS {
                remove_if_empty(&folder.join(part))?;
            }
            remove_if_empty(&folder)?;
        }
        fs::remove_file(self.root.join(MARK))?;
        if self.made {
            remove_if_empty(&self.root)
        } else {
            Ok(())
        }
    }

    fn clear(&self) -> io::Result<()> {
        for folder in [DRAFTS, SENT] {
            for part in PARTS {
                for entry in fs::read_dir(self.root.join(folder).join(part))? {
                    let path = entry?.path();
                    let own = path
                        .file_name()
                        .is_some_and(|name| name.to_string_lossy().contains(OWN));
                    if own {
                        fs::remove_file(path)?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn deliver(folder: &Path, unique: &str, flags: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let unique = format!("{unique}{OWN}");
    let passing = folder.join("tmp").join(&unique);
    fs::write(&passing, bytes)?;
    // Windows allows no colon in names; clients there leave the flags out.
    let name = if cfg!(windows) {
        unique
    } else {
        format!("{unique}:2,{flags}")
    };
    let kept = folder.join("cur").join(name);
    fs::rename(&passing, &kept)?;
    Ok(kept)
}

fn remove_if_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotFound
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}
