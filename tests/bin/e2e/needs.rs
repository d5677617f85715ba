//! The programs that must be on this computer, and the Debian packages that bring them.

use std::collections::BTreeSet;

use mailwijs_tests::Error;

use crate::client::Client;

/// Program and package.
type Need = (&'static str, &'static str);

/// Shows which files `mailwijs watch` opened, and how; asks it to stop.
const ALWAYS: &[Need] = &[("strace", "strace"), ("kill", "procps")];

const fn of(client: Client) -> &'static [Need] {
    match client {
        Client::Claws => &[
            ("claws-mail", "claws-mail"),
            ("xdotool", "xdotool"),
            ("openbox", "openbox"),
            ("Xvfb", "xvfb"),
            ("dbus-daemon", "dbus"),
        ],
        Client::Evolution => &[
            ("evolution", "evolution"),
            ("xdotool", "xdotool"),
            ("openbox", "openbox"),
            ("Xvfb", "xvfb"),
            ("dbus-daemon", "dbus"),
        ],
        Client::NeoMutt => &[("neomutt", "neomutt"), ("script", "bsdutils")],
        Client::Thunderbird => &[
            ("thunderbird", "thunderbird"),
            ("Xvfb", "xvfb"),
            ("dbus-daemon", "dbus"),
        ],
    }
}

/// What a store on a server begins with, and what it needs.
const SERVERS: [(&str, &[Need]); 2] = [
    ("imap-", &[("dovecot/imap", "dovecot-imapd")]),
    (
        "pop-",
        &[
            ("dovecot/imap", "dovecot-imapd"),
            ("dovecot/pop3", "dovecot-pop3d"),
        ],
    ),
];

/// Everything that these clients with these stores use is here.
///
/// # Errors
/// Names what is missing, with the line that installs it.
pub fn are_here(played: &[(Client, &str)]) -> Result<(), Error> {
    let wanted = played.iter().flat_map(|(client, _)| of(*client));
    let is_used = |kind: &str| played.iter().any(|(_, store)| store.starts_with(kind));
    let servers = SERVERS.iter().filter(|(kind, _)| is_used(kind));
    let missing: BTreeSet<&str> = ALWAYS
        .iter()
        .chain(wanted)
        .chain(servers.flat_map(|(_, needs)| *needs))
        .filter(|(program, _)| !on_path(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.into_iter().collect();
    Err(format!(
        "some programs are missing; on Debian and Ubuntu:\n\n    sudo apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
    .into())
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // A server's programs stand where the path of an ordinary user does not lead.
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/lib", "/usr/libexec"].map(Into::into))
        .any(|folder| folder.join(program).is_file())
}
