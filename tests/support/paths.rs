//! Where the test data is.

use std::path::{Path, PathBuf};

/// A path inside this package's folder.
pub fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
