//! A folder on the school's server, and a mail that is put there.

use std::time::Duration;

use mailwijs_imap::Trust;
use url::Url;

use crate::address::numbered;
use crate::client::{Answer, Client};
use crate::multistatus::{self, Found};
use crate::{FolderAddress, Login, NotPut, WebDavError};

/// A larger file is not sent: schools' servers take less.
const LARGEST: usize = 256 * 1024 * 1024;
/// More with one name are not tried.
const MOST_ALIKE: u32 = 100;
/// What is asked of a file or folder.
const QUESTION: &[u8] = br#"<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>"#;
const XML: (&str, &str) = ("Content-Type", "application/xml; charset=utf-8");

/// A folder on a server that speaks WebDAV.
pub struct WebDav {
    folder: FolderAddress,
    client: Client,
}

/// A file that is to be put there.
#[derive(Debug, Clone, Copy)]
pub struct NewFile<'a> {
    /// Its name there: no slash, no control character, at most 200 bytes, not only dots.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Where a mail was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// The new folder.
    pub folder: Url,
    /// The files, in the order they were given. Each was looked at after it was sent.
    pub files: Vec<Url>,
}

impl WebDav {
    /// This folder, whose name nobody else is told. Nothing is connected to yet.
    pub fn new(folder: FolderAddress, login: Login, trust: &Trust) -> Self {
        Self::patient(folder, login, trust, None)
    }

    /// With another patience than half a minute for each question; large files get more.
    pub fn patient(folder: FolderAddress, login: Login, trust: &Trust, patience: Option<Duration>) -> Self {
        let client = Client::new(&folder, login, trust, patience);
        Self { folder, client }
    }

    /// Whether this is a folder that can be used with this login. Nothing changes there; whether one may write is only
    /// known when something is written.
    ///
    /// # Errors
    /// What is to be put right first.
    pub fn check(&self) -> Result<(), WebDavError> {
        let url = self.folder.url();
        let answer = self.client.ask("OPTIONS", url, &[], b"")?.well()?;
        let classes = answer.header("DAV");
        if !classes.split(',').any(|class| class.trim() == "1") {
            return Err(WebDavError::NoWebDav);
        }
        match self.look(url)? {
            Found { collection: true, .. } => Ok(()),
            _ => Err(WebDavError::NoFolder),
        }
    }

    /// Makes a new folder with this name, or with a number after it where there is one, puts the files in it, and looks whether
    /// each of them is there with all its bytes. Nothing that was there is overwritten. What was put there when something
    /// goes wrong is removed again, with the new folder.
    ///
    /// # Errors
    /// Why it is not there; [`NotPut::left`] when not all of it could be removed.
    pub fn put(&self, name: &str, files: &[NewFile<'_>]) -> Result<Put, NotPut> {
        if files.iter().any(|file| file.bytes.len() > LARGEST) {
            return Err(WebDavError::TooLarge.into());
        }
        for file in files {
            self.folder.file(file.name)?;
        }
        let folder = self.make(name)?;
        let put = files.iter().map(|file| self.put_one(&folder, *file));
        match put.collect::<Result<Vec<_>, _>>() {
            Ok(files) => Ok(Put {
                folder: folder.url().clone(),
                files,
            }),
            Err(why) => {
                let removed = self
                    .client
                    .ask("DELETE", folder.url(), &[], b"")
                    .and_then(Answer::well);
                let gone = matches!(removed, Ok(_) | Err(WebDavError::NoFolder));
                Err(NotPut {
                    why,
                    left: (!gone).then(|| folder.url().clone()),
                })
            }
        }
    }

    /// A folder of our own: MKCOL makes none where one is.
    fn make(&self, name: &str) -> Result<FolderAddress, WebDavError> {
        for number in 1..=MOST_ALIKE {
            let name = numbered(name, number);
            let folder = self.folder.folder(&name)?;
            let answer = self.client.ask("MKCOL", folder.url(), &[], b"")?;
            match answer.status {
                201 => return Ok(folder),
                // What says yes in another way may have found one.
                200..=299 => return Err(WebDavError::Nonsense("MKCOL")),
                // 405: something with this name is there (RFC 4918, section 9.3.1), or nothing here is WebDAV. Where it is a
                // file, Apache calls the question wrong.
                400 | 405 | 409 if self.is_taken(&folder, &self.folder.file(&name)?) => {}
                _ => {
                    answer.well()?;
                }
            }
        }
        Err(WebDavError::Crowded)
    }

    /// There is a folder or a file with this name.
    fn is_taken(&self, folder: &FolderAddress, file: &Url) -> bool {
        self.look(folder.url()).is_ok() || self.look(file).is_ok()
    }

    fn put_one(&self, folder: &FolderAddress, file: NewFile<'_>) -> Result<Url, WebDavError> {
        for number in 1..=MOST_ALIKE {
            let url = folder.file(&numbered(file.name, number))?;
            let headers = [
                ("If-None-Match", "*"),
                ("Content-Type", "application/octet-stream"),
            ];
            let answer = self.client.ask("PUT", &url, &headers, file.bytes)?;
            match answer.status {
                // A name of ours in other letters, to this server.
                412 => {}
                200 | 201 | 204 => {
                    self.verify(&url, file.bytes)?;
                    return Ok(url);
                }
                _ => {
                    answer.well()?;
                    return Err(WebDavError::Nonsense("PUT"));
                }
            }
        }
        Err(WebDavError::Crowded)
    }

    /// The server has all of it: by its length, or, where it tells none, by its bytes.
    fn verify(&self, url: &Url, bytes: &[u8]) -> Result<(), WebDavError> {
        let found = match self.look(url) {
            Err(WebDavError::NoFolder) => return Err(WebDavError::Incomplete),
            found => found?,
        };
        let here = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let whole = if let Some(there) = found.length {
            there == here
        } else {
            let answer = self.client.ask("GET", url, &[], b"")?.well()?;
            let there = answer.body(here.saturating_add(1));
            there.is_ok_and(|there| there == bytes)
        };
        if whole && !found.collection {
            Ok(())
        } else {
            Err(WebDavError::Incomplete)
        }
    }

    fn look(&self, url: &Url) -> Result<Found, WebDavError> {
        let headers = [("Depth", "0"), XML];
        let answer = self.client.ask("PROPFIND", url, &headers, QUESTION)?.well()?;
        if answer.status != 207 {
            return Err(WebDavError::NoWebDav);
        }
        multistatus::read(&answer.told()?).ok_or(WebDavError::Nonsense("multistatus"))
    }
}
