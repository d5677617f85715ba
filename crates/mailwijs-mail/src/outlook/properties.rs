//! MAPI properties of one object: a message, a recipient or an attachment ([MS-OXMSG] §2.1 and §2.4).

use std::collections::HashMap;

use super::codepage;
use super::storage::Storages;

/// Numbers that name properties ([MS-OXPROPS]).
pub(super) mod id {
    pub const MESSAGE_CLASS: u16 = 0x001A;
    pub const SUBJECT: u16 = 0x0037;
    pub const CLIENT_SUBMIT_TIME: u16 = 0x0039;
    pub const RECEIVED_BY_NAME: u16 = 0x0040;
    pub const SENT_REPRESENTING_NAME: u16 = 0x0042;
    pub const SENT_REPRESENTING_EMAIL: u16 = 0x0065;
    pub const RECEIVED_BY_EMAIL: u16 = 0x0076;
    pub const TRANSPORT_MESSAGE_HEADERS: u16 = 0x007D;
    pub const RECIPIENT_TYPE: u16 = 0x0C15;
    pub const SENDER_NAME: u16 = 0x0C1A;
    pub const SENDER_EMAIL: u16 = 0x0C1F;
    pub const DISPLAY_BCC: u16 = 0x0E02;
    pub const DISPLAY_CC: u16 = 0x0E03;
    pub const DISPLAY_TO: u16 = 0x0E04;
    pub const MESSAGE_DELIVERY_TIME: u16 = 0x0E06;
    pub const MESSAGE_FLAGS: u16 = 0x0E07;
    pub const BODY: u16 = 0x1000;
    pub const RTF_COMPRESSED: u16 = 0x1009;
    pub const HTML: u16 = 0x1013;
    pub const INTERNET_MESSAGE_ID: u16 = 0x1035;
    pub const INTERNET_REFERENCES: u16 = 0x1039;
    pub const IN_REPLY_TO: u16 = 0x1042;
    pub const DISPLAY_NAME: u16 = 0x3001;
    pub const EMAIL_ADDRESS: u16 = 0x3003;
    pub const CREATION_TIME: u16 = 0x3007;
    pub const LAST_MODIFICATION_TIME: u16 = 0x3008;
    pub const ATTACH_DATA: u16 = 0x3701;
    pub const ATTACH_FILENAME: u16 = 0x3704;
    pub const ATTACH_LONG_FILENAME: u16 = 0x3707;
    pub const ATTACH_MIME_TAG: u16 = 0x370E;
    pub const ATTACH_CONTENT_ID: u16 = 0x3712;
    pub const ATTACH_FLAGS: u16 = 0x3714;
    pub const SMTP_ADDRESS: u16 = 0x39FE;
    pub const INTERNET_CODE_PAGE: u16 = 0x3FDE;
    pub const MESSAGE_LOCALE: u16 = 0x3FF1;
    pub const MESSAGE_CODE_PAGE: u16 = 0x3FFD;
    pub const SENDER_SMTP: u16 = 0x5D01;
    pub const SENT_REPRESENTING_SMTP: u16 = 0x5D02;
    pub const RECEIVED_BY_SMTP: u16 = 0x5D07;
    pub const ATTACHMENT_HIDDEN: u16 = 0x7FFE;
}

/// Types of property values ([MS-OXCDATA] §2.11.1).
mod kind {
    pub const INTEGER: u16 = 0x0003;
    pub const BOOLEAN: u16 = 0x000B;
    pub const TIME: u16 = 0x0040;
}

/// Whose properties these are; their list has a header of a length of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The message of the file.
    File,
    /// A message that is attached to another.
    Embedded,
    /// A recipient or an attachment.
    Part,
}

/// The properties of the object in one storage.
#[derive(Debug)]
pub(super) struct Properties {
    storage: String,
    /// Values of a fixed length, with their type.
    fixed: HashMap<u16, (u16, u64)>,
    /// Of the strings that are not Unicode.
    code_page: u32,
}

/// The western code page, of files that name none.
const DEFAULT_CODE_PAGE: u32 = 1252;

impl Properties {
    /// `None` when the storage lists no properties: then it is no MAPI object.
    pub(super) fn read(file: &mut Storages<'_>, storage: &str, owner: Owner) -> Option<Self> {
        let list = file.stream(&format!("{storage}/__properties_version1.0"))?;
        let header = match owner {
            Owner::File => 32,
            Owner::Embedded => 24,
            Owner::Part => 8,
        };
        let entries = list.get(header..).unwrap_or_default();
        let fixed: HashMap<_, _> = entries.as_chunks::<16>().0.iter().map(entry).collect();
        let mut properties = Self {
            storage: storage.to_owned(),
            fixed,
            code_page: DEFAULT_CODE_PAGE,
        };
        let locale = || {
            properties
                .number(id::MESSAGE_LOCALE)
                .and_then(codepage::of_locale)
        };
        if let Some(code_page) = properties.number(id::MESSAGE_CODE_PAGE).or_else(locale) {
            properties.code_page = code_page;
        }
        Some(properties)
    }

    /// Recipients and attachments have their strings in the code page of their message.
    pub(super) fn with_code_page_of(mut self, message: &Self) -> Self {
        self.code_page = message.code_page;
        self
    }

    pub(super) fn storage(&self) -> &str {
        &self.storage
    }

    /// The code page of the HTML, when the message tells.
    pub(super) fn html_code_page(&self) -> Option<u32> {
        self.number(id::INTERNET_CODE_PAGE)
    }

    pub(super) fn number(&self, id: u16) -> Option<u32> {
        // The upper half of the eight bytes of an integer is not used.
        self.of_kind(id, kind::INTEGER)
            .and_then(|value| u32::try_from(value & u64::from(u32::MAX)).ok())
    }

    pub(super) fn is_set(&self, id: u16) -> bool {
        self.of_kind(id, kind::BOOLEAN)
            .is_some_and(|value| value & 0xFFFF != 0)
    }

    /// Seconds since the Unix epoch; `None` before it and after the year 9999.
    pub(super) fn time(&self, id: u16) -> Option<i64> {
        /// From 1601, where Windows starts to count, to 1970, in seconds.
        const EPOCH: i64 = 11_644_473_600;
        const YEAR_10000: i64 = 253_402_300_800;
        let ticks = self.of_kind(id, kind::TIME)?;
        let seconds = i64::try_from(ticks / 10_000_000).ok()? - EPOCH;
        (0..YEAR_10000).contains(&seconds).then_some(seconds)
    }

    fn of_kind(&self, id: u16, wanted: u16) -> Option<u64> {
        let (kind, value) = self.fixed.get(&id)?;
        (*kind == wanted).then_some(*value)
    }

    /// A string, without blanks around it; `None` when it is missing or empty.
    pub(super) fn text(&self, file: &mut Storages<'_>, id: u16) -> Option<String> {
        let text = self.long_text(file, id)?;
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A string as it is, in Unicode (type 001F) or in the message's code page (001E).
    pub(super) fn long_text(&self, file: &mut Storages<'_>, id: u16) -> Option<String> {
        let text = if let Some(bytes) = file.stream(&self.value(id, "001F")) {
            let units: Vec<u16> = bytes
                .as_chunks::<2>()
                .0
                .iter()
                .map(|pair| u16::from_le_bytes(*pair))
                .collect();
            String::from_utf16_lossy(&units)
        } else {
            codepage::decode(&file.stream(&self.value(id, "001E"))?, self.code_page)
        };
        Some(text.trim_end_matches('\0').to_owned())
    }

    pub(super) fn bytes(&self, file: &mut Storages<'_>, id: u16) -> Option<Vec<u8>> {
        file.stream(&self.value(id, "0102"))
    }

    /// The storage of a property that is an object: a message that is attached.
    pub(super) fn object(&self, file: &Storages<'_>, id: u16) -> Option<String> {
        let path = self.value(id, "000D");
        file.has_storage(&path).then_some(path)
    }

    fn value(&self, id: u16, kind: &str) -> String {
        format!("{}/__substg1.0_{id:04X}{kind}", self.storage)
    }
}

/// Type and number (two bytes each), flags (four), then the value or its length ([MS-OXMSG] §2.4.2).
fn entry(bytes: &[u8; 16]) -> (u16, (u16, u64)) {
    let [k0, k1, i0, i1, _, _, _, _, value @ ..] = *bytes;
    let kind = u16::from_le_bytes([k0, k1]);
    (u16::from_le_bytes([i0, i1]), (kind, u64::from_le_bytes(value)))
}
