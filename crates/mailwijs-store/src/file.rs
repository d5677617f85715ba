//! Reads whole files, but never a pipe, a device or more than a message may hold.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::{MESSAGE_LIMIT, ReadCause, ReadError};

/// The bytes of a regular file, in a buffer of its size.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    let io = |error| ReadError::io(path, &error);
    let limit = MESSAGE_LIMIT as u64;
    let mut file = open(path)?;
    let length = file.metadata().map_err(io)?.len();
    let mut bytes = Vec::new();
    match length {
        // What tells no length may have no end.
        0 => file.take(limit + 1).read_to_end(&mut bytes).map_err(io)?,
        length if length <= limit => file.read_to_end(&mut bytes).map_err(io)?,
        _ => return Err(ReadError::new(path, None, ReadCause::TooLarge)),
    };
    if bytes.len() > MESSAGE_LIMIT {
        return Err(ReadError::new(path, None, ReadCause::TooLarge));
    }
    Ok(bytes)
}

/// The first bytes of a regular file; fewer when it is shorter.
pub(crate) fn start(path: &Path) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    open(path)?
        .take(4096)
        .read_to_end(&mut bytes)
        .map_err(|error| ReadError::io(path, &error))?;
    Ok(bytes)
}

/// Opens a regular file for reading. Opening a pipe would wait for a writer for ever.
pub(crate) fn open(path: &Path) -> Result<File, ReadError> {
    let io = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound if path.is_symlink() => ReadError::new(path, None, ReadCause::Dangling),
        _ => ReadError::io(path, &error),
    };
    if !fs::metadata(path).map_err(io)?.is_file() {
        return Err(ReadError::new(path, None, ReadCause::Special));
    }
    File::open(path).map_err(io)
}
