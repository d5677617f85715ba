//! Mails as other clients and servers make them.

/// A draft with this Message-ID, subject and text.
pub fn draft(id: &str, subject: &str, text: &str) -> String {
    format!(
        "Message-ID: <{id}@school.example>\nFrom: an@school.example\nTo: ouder@mail.example\nSubject: {subject}\n\n{text}\n"
    )
}

/// A mail that came in just now.
pub fn received(id: &str, subject: &str) -> String {
    let date = jiff::Zoned::now().strftime("%a, %d %b %Y %H:%M:%S %z");
    format!(
        "Return-Path: <ouder@mail.example>\nReceived: from mx.example\nMessage-ID: <{id}@mail.example>\nDate: {date}\nFrom: ouder@mail.example\nTo: an@school.example\nSubject: {subject}\n\nDag juf\n"
    )
}
