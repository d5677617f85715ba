//! What a zip file holds, by its list of names.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{COMPOUND, Inspection, Member, has_old_macros, is_program, packed, page};
use crate::Limits;

/// The beginning of a member, which tells what it is, in bytes.
const BEGINNING: u64 = 1024;
/// A member that is looked at itself is unpacked up to this size, in bytes.
const LOOKED_AT: u64 = 4 << 20;
/// All that is unpacked of an archive, in bytes.
const MOST_UNPACKED: u64 = 32 << 20;
/// So many members are unpacked.
const MOST_LOOKED_AT: usize = 500;
/// The macros of an Office file (ECMA-376: `word/`, `xl/` or `ppt/` before it).
const MACROS: &str = "vbaProject.bin";
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// What may still be unpacked.
struct Room {
    bytes: u64,
    members: usize,
}

/// Lists an archive, and archives inside it as deep as the limits allow.
pub(super) fn list(bytes: &[u8], limits: &Limits, found: &mut Inspection) {
    let mut room = Room {
        bytes: MOST_UNPACKED.min(limits.unpacked as u64),
        members: MOST_LOOKED_AT,
    };
    list_at(bytes, 0, limits, &mut room, found);
}

fn list_at(bytes: &[u8], depth: usize, limits: &Limits, room: &mut Room, found: &mut Inspection) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return;
    };
    if archive.index_for_name(CONTENT_TYPES).is_some() {
        if depth == 0 {
            found.macros |= has_macros(&archive);
        }
        return;
    }
    for index in 0..archive.len() {
        if found.members.len() >= limits.files {
            return;
        }
        let Ok(raw) = archive.by_index_raw(index) else {
            continue;
        };
        let (locked, folder) = (raw.encrypted(), raw.is_dir());
        let name = raw.name().map(Cow::into_owned).unwrap_or_default();
        drop(raw);
        found.locked |= locked && !folder;
        if folder {
            continue;
        }
        let content = (!locked)
            .then(|| unpack(&mut archive, index, &name, room))
            .flatten();
        let content = content.as_deref().unwrap_or_default();
        found.members.push(Member {
            program: is_program(content),
            macros: has_old_macros(content) || is_office_with_macros(content),
            page: page::of(&name, "", content),
            name,
        });
        if content.starts_with(b"PK") && depth < limits.depth {
            list_at(content, depth + 1, limits, room, found);
        } else if depth < limits.depth {
            packed::list(content, limits, found);
        }
    }
}

/// Unpacks a member as far as there is room, and no further than its beginning when that says that it is nothing to look into.
/// Declared sizes lie, so what really comes out is counted.
fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
    room: &mut Room,
) -> Option<Vec<u8>> {
    room.members = room.members.checked_sub(1)?;
    let mut member = archive.by_index(index).ok()?;
    let mut bytes = Vec::new();
    // A member that is cut or damaged tells by what there is of it.
    let _ = member
        .by_ref()
        .take(BEGINNING.min(room.bytes))
        .read_to_end(&mut bytes);
    let looked_into = bytes.starts_with(b"PK") || bytes.starts_with(COMPOUND) || packed::begins(&bytes);
    if looked_into || page::is_named(name, "") {
        let most = LOOKED_AT.min(room.bytes).saturating_sub(bytes.len() as u64);
        let _ = member.take(most).read_to_end(&mut bytes);
    }
    room.bytes = room.bytes.saturating_sub(bytes.len() as u64);
    Some(bytes)
}

fn is_office_with_macros(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| archive.index_for_name(CONTENT_TYPES).is_some() && has_macros(&archive))
}

fn has_macros(archive: &ZipArchive<Cursor<&[u8]>>) -> bool {
    archive.file_names().filter_map(Result::ok).any(|name| {
        name.rsplit('/')
            .next()
            .is_some_and(|file| file.eq_ignore_ascii_case(MACROS))
    })
}
