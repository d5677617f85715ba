//! Everything that is ever said to a server once logged in. Nothing here can change a mailbox: there is no word for it.

use std::fmt;

use jiff::civil::Date;

/// A command (RFC 9051, section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command<'a> {
    /// What the server can do.
    Capability,
    /// Changes since a MODSEQ are wanted, with what vanished (RFC 7162, section 3.2).
    EnableQresync,
    /// Every folder; with the roles that the server gives (RFC 6154).
    List {
        /// Whether the server knows `RETURN (SPECIAL-USE)`.
        roles: bool,
    },
    /// Opens a folder without leave to change it. The name is as the server spells it.
    Examine(&'a str),
    /// How a folder stands, without opening it.
    Status {
        /// Its name as the server spells it.
        folder: &'a str,
        /// Also its last change (RFC 7162).
        changes: bool,
    },
    /// Which messages there are, by UID.
    Search(Which),
    /// Marks, size and date of the messages from this UID on, without their text.
    Marks {
        /// The first UID.
        from: u32,
        /// Only what changed, appeared or vanished since this MODSEQ (RFC 7162, section 3.2.6).
        since: Option<u64>,
    },
    /// One message, unchanged: PEEK leaves it unread.
    Message {
        /// Its UID.
        uid: u32,
        /// Only so many bytes of it.
        first: Option<u32>,
    },
    /// What tells one message from another, from this UID on.
    Headers {
        /// The first UID.
        from: u32,
    },
    /// What tells a message's conversation, of those from one UID to another.
    Kinship {
        /// The first UID.
        from: u32,
        /// The last UID.
        to: u32,
    },
    /// Tell what happens (RFC 2177).
    Idle,
    /// Anything new?
    Noop,
    /// Goodbye.
    Logout,
}

/// Messages to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// All.
    All,
    /// Those that wait to be removed.
    Deleted,
    /// Those that came on this day or later, by the server's clock.
    Since(Date),
}

impl Command<'_> {
    /// Its word, for messages.
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Capability => "CAPABILITY",
            Self::EnableQresync => "ENABLE",
            Self::List { .. } => "LIST",
            Self::Examine(_) => "EXAMINE",
            Self::Status { .. } => "STATUS",
            Self::Search(_) => "UID SEARCH",
            Self::Marks { .. } | Self::Message { .. } | Self::Headers { .. } | Self::Kinship { .. } => {
                "UID FETCH"
            }
            Self::Idle => "IDLE",
            Self::Noop => "NOOP",
            Self::Logout => "LOGOUT",
        }
    }
}

impl fmt::Display for Command<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::EnableQresync => out.write_str("ENABLE QRESYNC"),
            Self::List { roles: false } => out.write_str(r#"LIST "" "*""#),
            Self::List { roles: true } => out.write_str(r#"LIST "" "*" RETURN (SPECIAL-USE)"#),
            Self::Examine(folder) => write!(out, "EXAMINE {}", Quoted(folder)),
            Self::Status { folder, changes } => {
                let changes = if changes { " HIGHESTMODSEQ" } else { "" };
                write!(
                    out,
                    "STATUS {} (UIDVALIDITY UIDNEXT MESSAGES{changes})",
                    Quoted(folder)
                )
            }
            Self::Search(Which::All) => out.write_str("UID SEARCH ALL"),
            Self::Search(Which::Deleted) => out.write_str("UID SEARCH DELETED"),
            Self::Search(Which::Since(day)) => write!(out, "UID SEARCH SINCE {}", day.strftime("%-d-%b-%Y")),
            Self::Kinship { from, to } => write!(
                out,
                "UID FETCH {from}:{to} (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO REFERENCES SUBJECT DATE)])"
            ),
            Self::Marks { from, since } => {
                write!(out, "UID FETCH {from}:* (UID FLAGS RFC822.SIZE INTERNALDATE)")?;
                match since {
                    Some(since) => write!(out, " (CHANGEDSINCE {since} VANISHED)"),
                    None => Ok(()),
                }
            }
            Self::Message { uid, first: None } => write!(out, "UID FETCH {uid} (UID BODY.PEEK[])"),
            Self::Message {
                uid,
                first: Some(first),
            } => write!(out, "UID FETCH {uid} (UID BODY.PEEK[]<0.{first}>)"),
            Self::Headers { from } => write!(
                out,
                "UID FETCH {from}:* (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID DATE FROM TO CC BCC SUBJECT)])"
            ),
            _ => out.write_str(self.verb()),
        }
    }
}

/// A quoted string (RFC 9051, section 4.3).
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        write!(out, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_end_its_quotes() {
        let name = r#"a"b\c"#;
        assert_eq!(Command::Examine(name).to_string(), r#"EXAMINE "a\"b\\c""#);
        let status = Command::Status {
            folder: name,
            changes: true,
        };
        assert_eq!(
            status.to_string(),
            r#"STATUS "a\"b\\c" (UIDVALIDITY UIDNEXT MESSAGES HIGHESTMODSEQ)"#
        );
    }

    #[test]
    fn days_are_written_as_servers_read_them() {
        let day = jiff::civil::date(2026, 3, 2);
        assert_eq!(
            Command::Search(Which::Since(day)).to_string(),
            "UID SEARCH SINCE 2-Mar-2026"
        );
    }

    #[test]
    fn only_what_changed_is_asked_for() {
        let marks = Command::Marks {
            from: 1,
            since: Some(9),
        };
        assert_eq!(
            marks.to_string(),
            "UID FETCH 1:* (UID FLAGS RFC822.SIZE INTERNALDATE) (CHANGEDSINCE 9 VANISHED)"
        );
    }
}
