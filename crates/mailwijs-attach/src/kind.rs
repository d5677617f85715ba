//! What a file really is: by its first bytes, then by its name and declared type.

/// Kinds of files that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Pdf,
    /// Any zip: an archive, or an Office or `OpenDocument` file.
    Zip,
    /// OLE compound file: Office before 2007, or a password-protected newer one.
    Compound,
    Html,
    Text,
    /// Called a document by its name but without the bytes of one.
    Damaged,
    Other,
}

/// A PDF header may follow some bytes of another program's making (ISO 32000-1, annex H).
const PDF_HEADER_WITHIN: usize = 1024;

const TEXT_EXTENSIONS: &[&str] = &[
    "txt", "text", "csv", "tsv", "tab", "ics", "vcf", "md", "log", "json", "xml", "eml", "rst", "yaml",
    "yml", "ini",
];
const ZIP_EXTENSIONS: &[&str] = &[
    "docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "ppsx", "odt", "ods", "odp", "ott", "zip",
];

/// Tells the kind of a file.
pub(crate) fn of(name: &str, media_type: &str, bytes: &[u8]) -> Kind {
    let head = bytes.get(..PDF_HEADER_WITHIN).unwrap_or(bytes);
    if head.windows(5).any(|w| w == b"%PDF-") {
        return Kind::Pdf;
    }
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]
        .iter()
        .any(|magic| bytes.starts_with(*magic))
    {
        return Kind::Zip;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Kind::Compound;
    }
    let extension = name
        .rsplit_once('.')
        .map(|(_, e)| e.trim().to_ascii_lowercase())
        .unwrap_or_default();
    let media_type = media_type.to_ascii_lowercase();
    let says = |kinds: &[&str]| kinds.contains(&extension.as_str());
    if says(ZIP_EXTENSIONS) || says(&["pdf"]) || media_type == "application/pdf" {
        return Kind::Damaged;
    }
    if is_binary(bytes) {
        return Kind::Other;
    }
    if says(&["html", "htm", "xhtml"]) || media_type == "text/html" {
        return Kind::Html;
    }
    if says(TEXT_EXTENSIONS) || media_type.starts_with("text/") && extension != "rtf" {
        return Kind::Text;
    }
    let unnamed = extension.is_empty() || media_type.is_empty() && !bytes.is_empty();
    if unnamed && std::str::from_utf8(bytes).is_ok() {
        Kind::Text
    } else {
        Kind::Other
    }
}

/// Whether its beginning is not that of a text.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..PDF_HEADER_WITHIN).unwrap_or(bytes);
    head.contains(&0) && !has_utf16_mark(bytes)
}

fn has_utf16_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}
