//! What the properties of a message say, before it is written as mail.

use super::body::{Body, read_body};
use super::properties::{Owner, Properties, id};
use super::storage::Storages;
use crate::model::{Address, Field};

/// Outlook itself allows no more recipients or attachments ([MS-OXMSG] §2.2.1 and §2.2.2).
const MAX_PARTS: usize = 2048;
/// Messages attached to attached messages are followed so deep.
const MAX_DEPTH: usize = 8;

/// One message of Outlook.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) life: Life,
    pub(super) subject: String,
    /// `Message-ID`.
    pub(super) id: Option<String>,
    pub(super) in_reply_to: Option<String>,
    pub(super) references: Option<String>,
    /// Seconds since the Unix epoch.
    pub(super) date: Option<i64>,
    pub(super) from: Option<Address>,
    pub(super) recipients: Vec<(Field, Address)>,
    pub(super) body: Body,
    pub(super) files: Vec<File>,
    /// Signed with S/MIME: the one file is the whole message, headers of its body included.
    pub(super) signed: bool,
}

/// Where the message stands in its life.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Life {
    /// Still being written.
    Draft,
    /// The owner of the mailbox sent it.
    Sent,
    /// It came in.
    Received {
        /// The headers it travelled with; empty for mail within one Exchange organisation.
        headers: String,
        /// The mailbox it was delivered to.
        by: Address,
    },
}

/// Something attached.
#[derive(Debug)]
pub(super) struct File {
    pub(super) name: String,
    /// Empty when Outlook names none.
    pub(super) media_type: String,
    pub(super) content_id: Option<String>,
    /// Shown inside the HTML.
    pub(super) inline: bool,
    pub(super) content: Content,
}

#[derive(Debug)]
pub(super) enum Content {
    Bytes(Vec<u8>),
    Message(Box<Message>),
}

impl Message {
    /// The message whose properties stand in `storage`; `None` when there are none.
    pub(super) fn read(file: &mut Storages<'_>, storage: &str, depth: usize) -> Option<Self> {
        let owner = if depth == 0 { Owner::File } else { Owner::Embedded };
        let own = Properties::read(file, storage, owner)?;
        let date = [
            id::CLIENT_SUBMIT_TIME,
            id::MESSAGE_DELIVERY_TIME,
            id::LAST_MODIFICATION_TIME,
            id::CREATION_TIME,
        ];
        let subject = own.text(file, id::SUBJECT).unwrap_or_default();
        let class = own.text(file, id::MESSAGE_CLASS).unwrap_or_default();
        Some(Self {
            life: life(file, &own),
            subject: subject.trim_start_matches(char::is_control).to_owned(),
            id: own.text(file, id::INTERNET_MESSAGE_ID),
            in_reply_to: own.text(file, id::IN_REPLY_TO),
            references: own.text(file, id::INTERNET_REFERENCES),
            date: date.iter().find_map(|id| own.time(*id)),
            from: sender(file, &own),
            recipients: recipients(file, &own),
            body: read_body(file, &own),
            files: files(file, &own, depth),
            signed: class.eq_ignore_ascii_case("IPM.Note.SMIME.MultipartSigned"),
        })
    }
}

fn life(file: &mut Storages<'_>, own: &Properties) -> Life {
    /// `MSGFLAG_UNSENT`.
    const UNSENT: u32 = 0x8;
    let flags = own.number(id::MESSAGE_FLAGS);
    if flags.is_some_and(|flags| flags & UNSENT != 0) {
        return Life::Draft;
    }
    let headers = own.text(file, id::TRANSPORT_MESSAGE_HEADERS).unwrap_or_default();
    let name = own.text(file, id::RECEIVED_BY_NAME);
    let emails = [id::RECEIVED_BY_SMTP, id::RECEIVED_BY_EMAIL];
    let email = emails.iter().find_map(|id| smtp(file, own, *id));
    if headers.is_empty() && name.is_none() && email.is_none() {
        // Without flags Outlook did not write it; as with an .eml that has not travelled, it may still be sent.
        return if flags.is_some() { Life::Sent } else { Life::Draft };
    }
    Life::Received {
        headers,
        by: Address {
            name: name.unwrap_or_default(),
            email: email.unwrap_or_default(),
        },
    }
}

/// In whose name it is sent, else who sends it.
fn sender(file: &mut Storages<'_>, own: &Properties) -> Option<Address> {
    const SENDERS: [(u16, [u16; 2]); 2] = [
        (
            id::SENT_REPRESENTING_NAME,
            [id::SENT_REPRESENTING_SMTP, id::SENT_REPRESENTING_EMAIL],
        ),
        (id::SENDER_NAME, [id::SENDER_SMTP, id::SENDER_EMAIL]),
    ];
    let found = SENDERS.map(|(name, emails)| {
        let name = own.text(file, name).unwrap_or_default();
        let email = emails.iter().find_map(|id| smtp(file, own, *id));
        address(name, email)
    });
    let with_address = found.iter().flatten().find(|person| !person.email.is_empty());
    with_address.or_else(|| found.iter().flatten().next()).cloned()
}

fn recipients(file: &mut Storages<'_>, own: &Properties) -> Vec<(Field, Address)> {
    let mut found = Vec::new();
    for storage in file
        .storages(own.storage(), "__recip_version1.0_")
        .iter()
        .take(MAX_PARTS)
    {
        let Some(one) = Properties::read(file, storage, Owner::Part) else {
            continue;
        };
        let one = one.with_code_page_of(own);
        // The upper bits tell how delivery went.
        let field = match one.number(id::RECIPIENT_TYPE).unwrap_or(1) & 0xF {
            1 => Field::To,
            2 => Field::Cc,
            3 => Field::Bcc,
            // The sender can stand in the list too.
            _ => continue,
        };
        let name = one.text(file, id::DISPLAY_NAME).unwrap_or_default();
        let emails = [id::SMTP_ADDRESS, id::EMAIL_ADDRESS];
        let email = emails.iter().find_map(|id| smtp(file, &one, *id));
        found.extend(address(name, email).map(|person| (field, person)));
    }
    for (field, id) in [
        (Field::To, id::DISPLAY_TO),
        (Field::Cc, id::DISPLAY_CC),
        (Field::Bcc, id::DISPLAY_BCC),
    ] {
        // Some programs write what stands in the field and no list.
        if !found.iter().any(|(of, _)| *of == field) {
            let names = own.text(file, id).unwrap_or_default();
            let people = names.split(';').take(MAX_PARTS);
            found.extend(people.filter_map(|name| Some((field, address(name.trim().to_owned(), None)?))));
        }
    }
    found
}

/// An internet address; Exchange's own (`/o=ExchangeLabs/ou=…`) says nothing to a teacher.
fn smtp(file: &mut Storages<'_>, of: &Properties, id: u16) -> Option<String> {
    let email = of.text(file, id)?;
    let is_smtp = email.contains('@') && !email.starts_with('/') && !email.contains(char::is_whitespace);
    is_smtp.then_some(email)
}

/// `None` when there is neither name nor address. A name that is the address says nothing more.
fn address(name: String, email: Option<String>) -> Option<Address> {
    let bare = name.trim_matches('\'');
    match email {
        Some(email) if bare.eq_ignore_ascii_case(&email) => Some((String::new(), email)),
        Some(email) => Some((name, email)),
        None if name.is_empty() => None,
        None if bare.contains('@') && !bare.contains([' ', '<']) => Some((String::new(), bare.to_owned())),
        None => Some((name, String::new())),
    }
    .map(|(name, email)| Address { name, email })
}

fn files(file: &mut Storages<'_>, own: &Properties, depth: usize) -> Vec<File> {
    let storages = file.storages(own.storage(), "__attach_version1.0_");
    let read = |storage: &String| attachment(file, own, storage, depth);
    storages.iter().take(MAX_PARTS).filter_map(read).collect()
}

fn attachment(file: &mut Storages<'_>, message: &Properties, storage: &str, depth: usize) -> Option<File> {
    /// `ATT_MHTML_REF`: the HTML shows it.
    const SHOWN: u32 = 0x4;
    let own = Properties::read(file, storage, Owner::Part)?.with_code_page_of(message);
    let names = [id::ATTACH_LONG_FILENAME, id::ATTACH_FILENAME, id::DISPLAY_NAME];
    let name = names.iter().find_map(|id| own.text(file, *id));
    let embedded = own.object(file, id::ATTACH_DATA).filter(|_| depth < MAX_DEPTH);
    let embedded = embedded.and_then(|storage| Message::read(file, &storage, depth + 1));
    Some(File {
        name: name
            .or_else(|| embedded.as_ref().map(|message| message.subject.clone()))
            .unwrap_or_default(),
        media_type: own.text(file, id::ATTACH_MIME_TAG).unwrap_or_default(),
        content_id: own.text(file, id::ATTACH_CONTENT_ID),
        inline: own.is_set(id::ATTACHMENT_HIDDEN) || own.number(id::ATTACH_FLAGS).unwrap_or(0) & SHOWN != 0,
        content: match embedded {
            Some(message) => Content::Message(Box::new(message)),
            None => Content::Bytes(own.bytes(file, id::ATTACH_DATA).unwrap_or_default()),
        },
    })
}
