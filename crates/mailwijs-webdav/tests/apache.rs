//! Against a real server: Apache with `mod_dav`, over TLS.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test")]

use std::fs;

use mailwijs_imap::Trust;
use mailwijs_tests::apache::{Apache, PASSWORD, USER};
use mailwijs_webdav::{FolderAddress, Login, NewFile, WebDav, WebDavError};
use url::Url;

fn folder(apache: &Apache, path: &str, password: &str) -> WebDav {
    let url = Url::parse(&apache.address(path)).unwrap();
    let trust = Trust::only_pem(apache.authority().as_bytes()).unwrap();
    WebDav::new(
        FolderAddress::new(&url).unwrap(),
        Login::new(USER, password).unwrap(),
        &trust,
    )
}

const PDF: &[u8] = b"%PDF-1.7 een verslag";

fn files() -> [NewFile<'static>; 3] {
    [
        NewFile {
            name: "mail.pdf",
            bytes: PDF,
        },
        NewFile {
            name: "été 50% #1?.docx",
            bytes: b"PK",
        },
        NewFile {
            name: "leeg.txt",
            bytes: b"",
        },
    ]
}

#[test]
fn a_mail_is_put_in_a_folder_of_its_own() {
    let apache = Apache::start().unwrap();
    let webdav = folder(&apache, "/dav", PASSWORD);
    webdav.check().unwrap();
    let put = webdav.put("2025-03-03 mail", &files()).unwrap();
    assert_eq!(put.folder.path(), "/dav/2025-03-03%20mail/");
    assert_eq!(put.files.len(), 3);
    let there = apache.files().join("2025-03-03 mail");
    assert_eq!(fs::read(there.join("mail.pdf")).unwrap(), PDF);
    assert_eq!(fs::read(there.join("été 50% #1?.docx")).unwrap(), b"PK");
    assert_eq!(fs::read(there.join("leeg.txt")).unwrap(), b"");
}

#[test]
fn what_is_there_is_never_overwritten() {
    let apache = Apache::start().unwrap();
    let webdav = folder(&apache, "/dav/", PASSWORD);
    let first = webdav.put("mail", &files()).unwrap();
    let second = webdav
        .put(
            "mail",
            &[NewFile {
                name: "mail.pdf",
                bytes: b"anders",
            }],
        )
        .unwrap();
    assert_eq!(
        (first.folder.path(), second.folder.path()),
        ("/dav/mail/", "/dav/mail%20(2)/")
    );
    assert_eq!(fs::read(apache.files().join("mail/mail.pdf")).unwrap(), PDF);
    // A file with that name is in the way too.
    fs::write(apache.files().join("brief"), "x").unwrap();
    let third = webdav.put("brief", &files()).unwrap();
    assert_eq!(third.folder.path(), "/dav/brief%20(2)/");
    assert_eq!(fs::read(apache.files().join("brief")).unwrap(), b"x");
    // Two files with one name both stay.
    let twice = [
        NewFile {
            name: "a.pdf",
            bytes: b"1",
        },
        NewFile {
            name: "a.pdf",
            bytes: b"2",
        },
    ];
    let put = webdav.put("twee", &twice).unwrap();
    assert!(put.files[1].path().ends_with("/a%20(2).pdf"), "{put:?}");
    assert_eq!(fs::read(apache.files().join("twee/a.pdf")).unwrap(), b"1");
    assert_eq!(fs::read(apache.files().join("twee/a (2).pdf")).unwrap(), b"2");
}

#[test]
fn large_files_arrive_whole() {
    let apache = Apache::start().unwrap();
    let large: Vec<u8> = (0..8_000_000_u32)
        .map(|at| at.to_le_bytes()[at as usize % 3])
        .collect();
    let webdav = folder(&apache, "/dav", PASSWORD);
    webdav
        .put(
            "groot",
            &[NewFile {
                name: "film.mp4",
                bytes: &large,
            }],
        )
        .unwrap();
    assert!(fs::read(apache.files().join("groot/film.mp4")).unwrap() == large);
}

#[test]
fn what_is_wrong_is_told() {
    let apache = Apache::start().unwrap();
    let told = |path: &str, password: &str| {
        let webdav = folder(&apache, path, password);
        let put = webdav.put("mail", &files()).unwrap_err();
        assert_eq!(put.left, None, "{path}");
        (webdav.check().unwrap_err(), put.why)
    };
    assert_eq!(told("/dav", "fout"), (WebDavError::Refused, WebDavError::Refused));
    assert_eq!(
        told("/dav/weg", PASSWORD),
        (WebDavError::NoFolder, WebDavError::NoFolder)
    );
    assert_eq!(
        told("/", PASSWORD),
        (WebDavError::NoWebDav, WebDavError::NoWebDav)
    );
    assert_eq!(told("/moved", PASSWORD), (WebDavError::Moved, WebDavError::Moved));
    fs::create_dir(apache.files().join("closed")).unwrap();
    // Apache says of whom it knows and does not let in that the login is wrong.
    assert_eq!(told("/dav/closed", PASSWORD).1, WebDavError::Refused);
    assert_eq!(fs::read_dir(apache.files()).unwrap().count(), 1);
}

#[test]
fn a_stranger_with_the_right_name_gets_nothing() {
    let apache = Apache::start().unwrap();
    let other = mailwijs_tests::authority::Authority::named("A stranger").unwrap();
    let trust = Trust::only_pem(other.pem().as_bytes()).unwrap();
    let url = Url::parse(&apache.address("/dav")).unwrap();
    let webdav = WebDav::new(
        FolderAddress::new(&url).unwrap(),
        Login::new(USER, PASSWORD).unwrap(),
        &trust,
    );
    let why = webdav.check().unwrap_err();
    assert_eq!(
        why,
        WebDavError::Unsafe("nobody known vouches for the certificate".to_owned())
    );
}
