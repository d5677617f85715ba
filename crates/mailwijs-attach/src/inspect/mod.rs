//! What a file can do to who opens it: what an archive holds, macros, pages that ask for something.
//!
//! Nothing is carried out or opened for reading; names and a few marks in the bytes tell.

mod archive;
pub(crate) mod packed;
mod page;

pub use page::Page;

use crate::Limits;

/// What a file holds that can do something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations, not states"
)]
pub struct Inspection {
    /// Every file in an archive, also in archives inside it, in order.
    pub members: Vec<Member>,
    /// Some of the archive is locked with a password.
    pub locked: bool,
    /// The bytes are a program of Windows, whatever the name says.
    pub program: bool,
    /// The bytes are a shortcut of Windows, whatever the name says.
    pub shortcut: bool,
    /// A document with macros: an Office file, new or old.
    pub macros: bool,
    /// A web page or drawing, and what it can do.
    pub page: Option<Page>,
}

/// A file in an archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// Its name, with its folders.
    pub name: String,
    /// The bytes are a program, whatever the name says.
    pub program: bool,
    /// A document with macros.
    pub macros: bool,
    /// A web page or drawing, and what it can do.
    pub page: Option<Page>,
}

/// The name of the storage that holds the macros of an old Office file ([MS-OVBA] §2.2.1), as a compound file writes names.
const OLD_MACROS: &[u8] = b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const PROGRAM: &[u8] = b"MZ";
/// Where a Windows program tells at which byte its real header begins.
const PROGRAM_HEADER_AT: usize = 0x3C;
/// The size and class id that every shortcut begins with ([MS-SHLLINK] §2.1).
const SHORTCUT: &[u8] = b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0\0\0\0\0\0\0F";

/// Looks a file over. Never panics; what is not understood is not noted.
pub fn inspect(name: &str, media_type: &str, bytes: &[u8], limits: &Limits) -> Inspection {
    let mut found = Inspection {
        program: is_program(bytes),
        shortcut: bytes.starts_with(SHORTCUT),
        macros: has_old_macros(bytes),
        page: page::of(name, media_type, bytes),
        ..Inspection::default()
    };
    if bytes.starts_with(b"PK") && bytes.len() <= limits.input {
        archive::list(bytes, limits, &mut found);
    } else if bytes.len() <= limits.input {
        packed::list(bytes, limits, &mut found);
    }
    found
}

/// A program of Windows: `MZ`, and where that says a `PE` header.
fn is_program(bytes: &[u8]) -> bool {
    let address = bytes
        .get(PROGRAM_HEADER_AT..PROGRAM_HEADER_AT + 4)
        .and_then(|four| four.try_into().ok())
        .map(u32::from_le_bytes)
        .and_then(|address| usize::try_from(address).ok());
    bytes.starts_with(PROGRAM)
        && address.is_some_and(|at| {
            // Of a file that nobody reads only the beginning is there.
            bytes
                .get(at..)
                .is_none_or(|rest| rest.is_empty() || rest.starts_with(b"PE\0\0"))
        })
}

fn has_old_macros(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND) && memchr::memmem::find(bytes, OLD_MACROS).is_some()
}
