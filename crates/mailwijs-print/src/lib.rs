//! Mails, receipts and reports as PDF: A4 with page numbers, in letters that travel along, tagged for screen readers.
//!
//! The same input gives the same bytes. Nothing here knows words of a language: every text is passed in.
#![forbid(unsafe_code)]

mod document;
mod draw;
mod error;
mod face;
mod frame;
mod grid;
mod layout;
mod mail;
mod outline;
mod quote;
mod text;
mod wrap;

pub use document::Document;
pub use error::PrintError;
pub use frame::Frame;
pub use mail::{MailPdfTexts, mail_pdf};
