//! What a server can do.

use async_imap::imap_proto::{Capability, Response};

/// What a server can do (RFC 9051, section 7.2.2), as far as it matters here.
#[expect(
    clippy::struct_excessive_bools,
    reason = "a server offers each of these or not, whatever the others"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Abilities {
    /// It tells what happens (RFC 2177).
    pub idle: bool,
    /// It gives folders their roles when asked (RFC 6154).
    pub special_use: bool,
    /// It counts changes (RFC 7162).
    pub condstore: bool,
    /// It tells what vanished since it was last asked (RFC 7162).
    pub qresync: bool,
    /// Logging in with LOGIN is forbidden.
    pub no_login: bool,
    /// SASL PLAIN, which knows passwords beyond ASCII (RFC 4616).
    pub plain: bool,
    /// SASL XOAUTH2.
    pub xoauth2: bool,
}

impl Abilities {
    /// Takes in an answer to CAPABILITY.
    pub fn learn(&mut self, answer: &Response<'_>) {
        let Response::Capabilities(capabilities) = answer else {
            return;
        };
        for capability in capabilities {
            match capability {
                Capability::Auth(way) => match way.to_ascii_uppercase().as_str() {
                    "PLAIN" => self.plain = true,
                    "XOAUTH2" => self.xoauth2 = true,
                    _ => {}
                },
                Capability::Atom(name) => match name.to_ascii_uppercase().as_str() {
                    "IDLE" => self.idle = true,
                    "SPECIAL-USE" => self.special_use = true,
                    "CONDSTORE" => self.condstore = true,
                    "QRESYNC" => {
                        self.qresync = true;
                        self.condstore = true;
                    }
                    "LOGINDISABLED" => self.no_login = true,
                    _ => {}
                },
                Capability::Imap4rev1 => {}
            }
        }
    }
}
