//! Writes Outlook message files, so that tests say what stands in them.
#![allow(dead_code, clippy::unwrap_used, reason = "shared by several test programs")]

use std::io::{Cursor, Write};

use cfb::CompoundFile;

/// The properties of a message, a recipient or an attachment, and what it holds.
#[derive(Debug, Clone, Default)]
pub struct Object {
    /// Number and type, and the bytes of the stream.
    streams: Vec<(u32, Vec<u8>)>,
    /// Number and type, and the eight bytes of the value.
    fixed: Vec<(u32, u64)>,
    recipients: Vec<Object>,
    attachments: Vec<Object>,
    message: Option<Box<Object>>,
}

impl Object {
    /// A string in Unicode.
    pub fn text(mut self, id: u32, text: &str) -> Self {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.streams.push((id << 16 | 0x001F, units));
        self
    }

    /// A string in a code page.
    pub fn string8(mut self, id: u32, bytes: &[u8]) -> Self {
        self.streams.push((id << 16 | 0x001E, bytes.to_vec()));
        self
    }

    /// Bytes.
    pub fn binary(mut self, id: u32, bytes: &[u8]) -> Self {
        self.streams.push((id << 16 | 0x0102, bytes.to_vec()));
        self
    }

    /// A whole number.
    pub fn number(mut self, id: u32, value: u32) -> Self {
        self.fixed.push((id << 16 | 0x0003, value.into()));
        self
    }

    /// Yes.
    pub fn yes(mut self, id: u32) -> Self {
        self.fixed.push((id << 16 | 0x000B, 1));
        self
    }

    /// A moment, in seconds since the Unix epoch.
    pub fn time(mut self, id: u32, seconds: u64) -> Self {
        self.fixed
            .push((id << 16 | 0x0040, (seconds + 11_644_473_600) * 10_000_000));
        self
    }

    /// Someone in To (1), Cc (2) or Bcc (3).
    pub fn to(mut self, field: u32, name: &str, email: &str) -> Self {
        let one = Self::default().number(0x0C15, field).text(0x3001, name);
        self.recipients.push(one.text(0x39FE, email));
        self
    }

    /// A recipient with properties of its own.
    pub fn recipient(mut self, one: Self) -> Self {
        self.recipients.push(one);
        self
    }

    /// An attachment.
    pub fn attach(mut self, one: Self) -> Self {
        self.attachments.push(one);
        self
    }

    /// The message that this attachment is.
    pub fn holding(mut self, message: Self) -> Self {
        self.message = Some(Box::new(message));
        self
    }

    /// The file with this message.
    pub fn file(&self) -> Vec<u8> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        self.write(&mut file, "", 32);
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    fn write(&self, file: &mut CompoundFile<Cursor<Vec<u8>>>, at: &str, header: usize) {
        let mut list = vec![0; header];
        for (tag, bytes) in &self.streams {
            put(file, &format!("{at}/__substg1.0_{tag:08X}"), bytes);
            entry(&mut list, *tag, bytes.len() as u64);
        }
        for (tag, value) in &self.fixed {
            entry(&mut list, *tag, *value);
        }
        put(file, &format!("{at}/__properties_version1.0"), &list);
        if let Some(message) = &self.message {
            let inside = format!("{at}/__substg1.0_3701000D");
            file.create_storage(&inside).unwrap();
            message.write(file, &inside, 24);
        }
        for (kind, parts) in [("recip", &self.recipients), ("attach", &self.attachments)] {
            for (index, part) in parts.iter().enumerate() {
                let inside = format!("{at}/__{kind}_version1.0_#{index:08X}");
                file.create_storage(&inside).unwrap();
                part.write(file, &inside, 8);
            }
        }
    }
}

fn put(file: &mut CompoundFile<Cursor<Vec<u8>>>, path: &str, bytes: &[u8]) {
    file.create_stream(path).unwrap().write_all(bytes).unwrap();
}

fn entry(list: &mut Vec<u8>, tag: u32, value: u64) {
    list.extend(tag.to_le_bytes());
    list.extend(6_u32.to_le_bytes());
    list.extend(value.to_le_bytes());
}
