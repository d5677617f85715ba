//! What a server tells of one file or folder: the answer to PROPFIND (RFC 4918, section 13).

use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};

const DAV: Namespace<'static> = Namespace("DAV:");
/// Elements within each other; a real answer has six.
const DEEPEST: usize = 32;

/// What is told of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// It is a folder.
    pub(crate) collection: bool,
    /// How many bytes it has, where that is told.
    pub(crate) length: Option<u64>,
}

/// The first thing an answer tells of; `None` when it is no multistatus.
pub(crate) fn read(answer: &[u8]) -> Option<Found> {
    let answer = String::from_utf8_lossy(answer);
    let mut reader = NsReader::from_str(&answer);
    let mut path: Vec<String> = Vec::new();
    let (mut found, mut responses) = (Found::default(), 0);
    loop {
        match reader.read_resolved_event().ok()? {
            (namespace, Event::Start(start)) => {
                let name = known(&namespace, start.local_name().into_inner());
                responses += usize::from(name == "response");
                found.collection |= responses == 1 && is_type(&path) && name == "collection";
                path.push(name);
                if path.len() > DEEPEST {
                    return None;
                }
            }
            (namespace, Event::Empty(empty)) => {
                let name = known(&namespace, empty.local_name().into_inner());
                found.collection |= responses == 1 && is_type(&path) && name == "collection";
            }
            (_, Event::Text(text)) if responses == 1 && is_length(&path) => {
                found.length = text.trim().parse().ok();
            }
            (_, Event::End(_)) => {
                path.pop()?;
            }
            (_, Event::Eof) => break,
            // Nothing of what is asked needs a document type; whoever sends one wants something else.
            (_, Event::DocType(_)) => return None,
            _ => {}
        }
    }
    (responses > 0 && path.is_empty()).then_some(found)
}

fn is_type(path: &[String]) -> bool {
    path.last().is_some_and(|name| name == "resourcetype")
}

fn is_length(path: &[String]) -> bool {
    path.last().is_some_and(|name| name == "getcontentlength")
}

/// The name of an element of WebDAV; nothing for others.
fn known(namespace: &ResolveResult<'_>, name: &str) -> String {
    match namespace {
        ResolveResult::Bound(bound) if *bound == DAV => name.to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_length() {
        let answer = br#"<?xml version="1.0" encoding="utf-8"?>
            <D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:"><D:response xmlns:lp1="DAV:"><D:href>/dav/a.pdf</D:href>
            <D:propstat><D:prop><lp1:resourcetype/><lp1:getcontentlength>12</lp1:getcontentlength></D:prop>
            <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>"#;
        let file = Found {
            collection: false,
            length: Some(12),
        };
        assert_eq!(read(answer), Some(file));
    }

    #[test]
    fn a_folder_is_one_and_what_is_in_it_does_not_count() {
        let answer = br#"<multistatus xmlns="DAV:"><response><propstat><prop><resourcetype><collection/></resourcetype></prop></propstat>
            </response><response><propstat><prop><resourcetype/><getcontentlength>3</getcontentlength></prop></propstat></response></multistatus>"#;
        let folder = Found {
            collection: true,
            length: None,
        };
        assert_eq!(read(answer), Some(folder));
    }

    #[test]
    fn anything_else_is_nothing() {
        for answer in [
            &b""[..],
            b"<html><body>Welkom</body></html>",
            b"<multistatus><response/></multistatus>",
            b"<D:multistatus xmlns:D=\"DAV:\"><D:response>",
            b"<!DOCTYPE x [<!ENTITY a \"b\">]><D:multistatus xmlns:D=\"DAV:\"><D:response></D:response></D:multistatus>",
            b"\xff\xfe\0<",
        ] {
            assert_eq!(read(answer), None, "{}", String::from_utf8_lossy(answer));
        }
        assert_eq!(read("<a xmlns=\"DAV:\">".repeat(100_000).as_bytes()), None);
    }
}
