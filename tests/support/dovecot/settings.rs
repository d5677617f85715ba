//! What Dovecot (2.3) is told: all in one folder, one user, nothing slow.

use std::fmt::Display;
use std::path::Path;

use super::Ports;

/// Who runs it.
#[derive(Debug, Clone)]
pub struct Account {
    /// Of the user and of the group.
    pub names: (String, String),
    /// Of the user and of the group; none where the files stay with who runs the test.
    pub numbers: Option<(u32, u32)>,
}

/// How access tokens are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokens {
    /// They stand in the file `tokens`.
    Listed,
    /// They are JWTs, signed with the key in the folder `keys`; `tokens.conf` says how they are read.
    Signed,
}

impl Tokens {
    /// The lines of a passdb.
    fn lines(self, place: &impl Display) -> String {
        match self {
            Self::Listed => {
                format!("driver = passwd-file\n  args = scheme=plain username_format=%u {place}/tokens")
            }
            Self::Signed => format!("driver = oauth2\n  args = {place}/tokens.conf"),
        }
    }
}

/// The text of `tokens.conf`: the tokens are looked at here, nobody is asked.
pub fn signed_tokens(place: &Path) -> String {
    format!(
        "introspection_mode = local
local_validation_key_dict = fs:posix:prefix={}/keys/
username_attribute = email
",
        place.display()
    )
}

/// The part of `dovecot.conf` that is about POP3, unencrypted.
fn pop_service(port: u16) -> String {
    format!(
        "service pop3-login {{
  chroot =
  inet_listener pop3 {{
    port = {port}
  }}
  inet_listener pop3s {{
    port = 0
  }}
}}
"
    )
}

/// The text of `dovecot.conf`.
pub fn text(
    place: &Path,
    account: &Account,
    ports: Ports,
    mailboxes: &[(&str, &str)],
    tokens: Tokens,
) -> String {
    let place = place.display();
    let (user, group) = &account.names;
    let Ports { plain, tls, pop } = ports;
    let (protocols, pop) = pop.map_or(("imap", String::new()), |pop| ("imap pop3", pop_service(pop)));
    let tokens = tokens.lines(&place);
    let mut text = format!(
        "base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/log
listen = 127.0.0.1
protocols = {protocols}
login_greeting = Ready.
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1

ssl = yes
ssl_cert = <{place}/certificate.pem
ssl_key = <{place}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
auth_verbose = yes

mail_home = {place}/home
mail_location = maildir:~/Maildir
mail_max_userip_connections = 1000
mailbox_idle_check_interval = 1 secs

passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = scheme=plain username_format=%u {place}/passwords
}}
passdb {{
  mechanisms = xoauth2 oauthbearer
  {tokens}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={place}/home
}}

# Processes that wait for a client, and serve more than one.
service imap-login {{
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
  }}
}}
{pop}service imap {{
  process_min_avail = 1
  service_count = 100
}}
service auth {{
  client_limit = 2000
}}
service anvil {{
  chroot =
  # A test may give a wrong password without being made to wait.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}

namespace inbox {{
  inbox = yes
  separator = /
"
    );
    text.extend(mailboxes.iter().map(|(name, role)| {
        let role = if role.is_empty() {
            String::new()
        } else {
            format!("    special_use = \\{role}\n")
        };
        format!("  mailbox \"{name}\" {{\n{role}    auto = subscribe\n  }}\n")
    }));
    text.push_str("}\n");
    text
}
