//! Zip files: archives, and documents that are zip files inside.

use crate::sink::Sink;
use crate::{Unreadable, extract, odf, ooxml, sheet};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Reads a zip file as what it is.
pub(crate) fn read(bytes: &[u8], depth: usize, sink: &mut Sink) {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        sink.unreadable(Unreadable::Broken);
        return;
    };
    let mut members = Members { archive };
    let has = |name: &str| members.archive.index_for_name(name).is_some();
    if has("word/document.xml") || has("ppt/presentation.xml") {
        ooxml::read(&mut members, sink);
    } else if has("xl/workbook.xml") {
        sheet::read(bytes, &mut members, sink);
    } else if has("mimetype") && has("content.xml") {
        odf::read(&mut members, sink);
    } else {
        list(&mut members, depth, sink);
    }
}

/// Names the files of an archive and reads those that can be read.
fn list(members: &mut Members<'_>, depth: usize, sink: &mut Sink) {
    for index in 0..members.archive.len() {
        if sink.is_done() {
            return;
        }
        let Some(name) = members.name(index).filter(|name| !name.ends_with('/')) else {
            continue;
        };
        if !sink.list(name.clone()) {
            return;
        }
        if depth >= sink.max_depth() {
            sink.unreadable(Unreadable::TooLarge);
            continue;
        }
        if let Some(bytes) = members.unpack(index, sink) {
            sink.end_line();
            let before = sink.has_failed();
            extract::read(&name, "", &bytes, depth + 1, sink);
            sink.end_line();
            sink.forgive_unsupported(before);
        }
    }
}

/// Whether an OLE compound file holds an encrypted Office document ([MS-OFFCRYPTO] §2.3.2: a stream of that name).
pub(crate) fn holds_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|w| w == name)
}

/// The files in a zip.
pub(crate) struct Members<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl Members<'_> {
    /// Indices of the members whose names fit, in archive order.
    pub(crate) fn find(&self, fits: impl Fn(&str) -> bool) -> Vec<usize> {
        (0..self.archive.len())
            .filter(|&index| self.name(index).is_some_and(|name| fits(&name)))
            .collect()
    }

    fn name(&self, index: usize) -> Option<String> {
        self.archive
            .name_for_index(index)?
            .ok()
            .map(std::borrow::Cow::into_owned)
    }

    /// Unpacks a member; what cannot be, or would unpack to too much, is noted.
    pub(crate) fn unpack(&mut self, index: usize, sink: &mut Sink) -> Option<Vec<u8>> {
        let room = sink.unpack_room();
        let member = match self.archive.by_index(index) {
            Ok(member) => member,
            Err(error) => {
                sink.unreadable(why(&error));
                return None;
            }
        };
        let mut bytes = Vec::new();
        // Declared sizes lie; what is really unpacked is counted.
        let result = member.take(room as u64 + 1).read_to_end(&mut bytes);
        sink.unpacked(bytes.len());
        if bytes.len() > room {
            sink.unreadable(Unreadable::TooLarge);
            return None;
        }
        if result.is_err() {
            sink.unreadable(Unreadable::Broken);
        }
        Some(bytes)
    }

    /// Whether everything unpacks to no more than there is room for.
    pub(crate) fn unpack_all_fits(&mut self, sink: &Sink) -> bool {
        let mut room = sink.unpack_room() as u64;
        for index in 0..self.archive.len() {
            let Ok(member) = self.archive.by_index(index) else {
                continue;
            };
            let size = std::io::copy(&mut member.take(room + 1), &mut std::io::sink()).unwrap_or_default();
            if size > room || sink.is_done() {
                return false;
            }
            room -= size;
        }
        true
    }
}

fn why(error: &ZipError) -> Unreadable {
    match error {
        ZipError::InvalidPassword => Unreadable::Encrypted,
        ZipError::UnsupportedArchive(reason) if reason.to_ascii_lowercase().contains("password") => {
            Unreadable::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Unreadable::Unsupported
        }
        _ => Unreadable::Broken,
    }
}
