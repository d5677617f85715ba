//! What a RAR or 7z archive holds: its list of names, and whether it is locked. Nothing in it is unpacked.

use std::io::Cursor;

use rars::{ArchiveReadOptions, ArchiveReader, ErrorKind};
use sevenz_rust2::{Archive, Error, Password};

use super::{Inspection, Member};
use crate::Limits;

const RAR: &[u8] = b"Rar!\x1A\x07";
const SEVEN_ZIP: &[u8] = b"7z\xBC\xAF\x27\x1C";
/// Where a 7z file tells where its list is; one that was cut off in the making tells nothing there.
const LIST_AT: std::ops::Range<usize> = 8..32;
/// The list of a 7z file, and what unpacking it needs, in KiB each.
const LIST_KIB: usize = 16 << 10;
/// What a RAR file tells of its files: in pieces, and in bytes. With more than that nothing of it is listed.
const HEADS: (u64, u64) = (20_000, 4 << 20);

/// Whether this is the beginning of such an archive.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(RAR) || bytes.starts_with(SEVEN_ZIP)
}

/// Lists an archive; any other file, or one that is damaged, has nothing to list.
pub(super) fn list(bytes: &[u8], limits: &Limits, found: &mut Inspection) {
    if bytes.starts_with(RAR) {
        rar(bytes, limits, found);
    } else if bytes.starts_with(SEVEN_ZIP) {
        seven_zip(bytes, limits, found);
    }
}

fn rar(bytes: &[u8], limits: &Limits, found: &mut Inspection) {
    let options = ArchiveReadOptions::new()
        .with_max_header_count(HEADS.0)
        .with_max_header_bytes(HEADS.1);
    let archive = match ArchiveReader::read_with_options(bytes, options) {
        Ok(archive) => archive,
        Err(error) => {
            // Its names are locked too: what unlocks is no part of this program.
            found.locked |= error.kind() == ErrorKind::PasswordRequired
                || matches!(error.root_cause(), rars::Error::FeatureDisabled { .. });
            return;
        }
    };
    for member in archive.member_refs().filter(|member| !member.is_directory()) {
        let name = member.decoded_name(None);
        let name = name.as_deref().unwrap_or_else(|_| member.name_bytes());
        add(
            &String::from_utf8_lossy(name),
            member.to_owned().meta.is_encrypted,
            limits,
            found,
        );
    }
}

fn seven_zip(bytes: &[u8], limits: &Limits, found: &mut Inspection) {
    let tells = bytes
        .get(LIST_AT)
        .is_some_and(|place| place.iter().any(|byte| *byte != 0));
    if !tells {
        return;
    }
    match Archive::read_with_memory_limit(&mut Cursor::new(bytes), &Password::empty(), LIST_KIB) {
        Ok(archive) => {
            for (index, file) in archive
                .files
                .iter()
                .enumerate()
                .filter(|(_, file)| !file.is_directory())
            {
                add(file.name(), archive.is_file_encrypted(index), limits, found);
            }
        }
        Err(Error::PasswordRequired) => found.locked = true,
        Err(Error::UnsupportedCompressionMethod(name)) => found.locked |= name.contains("AES"),
        Err(_) => {}
    }
}

fn add(name: &str, locked: bool, limits: &Limits, found: &mut Inspection) {
    found.locked |= locked;
    if found.members.len() < limits.files {
        found.members.push(Member {
            name: name.replace('\\', "/"),
            ..Member::default()
        });
    }
}
