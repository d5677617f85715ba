//! A Dovecot of one's own on loopback: no root, no system service, all its files in one folder that goes with it.
//!
//! Root starts it as `nobody`, because Dovecot gives root no mail.

mod settings;

use std::fs::{self, Permissions};
use std::io::{self, BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tempfile::TempDir;

use crate::authority::Authority;
use settings::{Account, Tokens};

/// The one user.
pub const USER: &str = "an";
/// Their password, for LOGIN, AUTH=PLAIN and AUTH=LOGIN.
pub const PASSWORD: &str = "Zonnebloem-12";
/// Their access token, for AUTH=XOAUTH2 and AUTH=OAUTHBEARER.
pub const TOKEN: &str = "ya29.a-token-for-tests";

/// The mailboxes besides INBOX, each with its special use.
pub const MAILBOXES: &[(&str, &str)] = &[
    ("Drafts", "Drafts"),
    ("Sent", "Sent"),
    ("Trash", "Trash"),
    ("Junk", "Junk"),
    ("Archive", "Archive"),
];

/// How long a start may take on a busy machine.
const START: Duration = Duration::from_secs(20);

/// Where it listens on 127.0.0.1.
#[derive(Debug, Clone, Copy)]
pub struct Ports {
    /// Unencrypted, with STARTTLS for who asks.
    pub plain: u16,
    /// TLS from the first byte.
    pub tls: u16,
    /// POP3, unencrypted; none unless it was asked for.
    pub pop: Option<u16>,
}

/// A running server. Ends with its value.
pub struct Dovecot {
    place: TempDir,
    account: Account,
    authority: Authority,
    ports: Ports,
    program: Option<Child>,
    delivered: u32,
}

impl Dovecot {
    /// With the usual mailboxes; returns once it greets.
    ///
    /// # Errors
    /// When it is not installed (Debian: `dovecot-imapd`) or does not start.
    pub fn start() -> io::Result<Self> {
        Self::with(MAILBOXES)
    }

    /// With these mailboxes besides INBOX, each with its special use (`Drafts`, or empty for none). A `/` stands between levels.
    ///
    /// # Errors
    /// As for [`Self::start`].
    pub fn with(mailboxes: &[(&str, &str)]) -> io::Result<Self> {
        Self::made(mailboxes, None, false)
    }

    /// With POP3 besides IMAP, to fetch what is in INBOX.
    ///
    /// # Errors
    /// When it is not installed (Debian: `dovecot-imapd` and `dovecot-pop3d`) or does not start.
    pub fn with_pop() -> io::Result<Self> {
        Self::made(MAILBOXES, None, true)
    }

    /// Takes as access token every JWT (HS256) that is signed with this key, names [`USER`] as its `email` and has not
    /// expired; [`TOKEN`] is none.
    ///
    /// # Errors
    /// As for [`Self::start`].
    pub fn with_key(key: &[u8]) -> io::Result<Self> {
        Self::made(MAILBOXES, Some(key), false)
    }

    fn made(mailboxes: &[(&str, &str)], key: Option<&[u8]>, with_pop: bool) -> io::Result<Self> {
        let place = tempfile::Builder::new().prefix("dovecot-").tempdir()?;
        let mut dovecot = Self {
            account: account(place.path())?,
            place,
            authority: Authority::new()?,
            ports: Ports {
                plain: 0,
                tls: 0,
                pop: with_pop.then_some(0),
            },
            program: None,
            delivered: 0,
        };
        dovecot.write("passwords", &format!("{USER}:{PASSWORD}\n"))?;
        dovecot.write("tokens", &format!("{USER}:{TOKEN}\n"))?;
        let identity = dovecot.authority.identity(&["localhost", "127.0.0.1"])?;
        dovecot.write("certificate.pem", &identity.certificate)?;
        dovecot.write("key.pem", &identity.key)?;
        for folder in ["run", "state", "home"] {
            dovecot.make(Path::new(folder))?;
        }
        let tokens = match key {
            None => Tokens::Listed,
            Some(key) => {
                dovecot.make(Path::new("keys/default/HS256"))?;
                dovecot.write("keys/default/HS256/default", &STANDARD.encode(key))?;
                dovecot.write("tokens.conf", &settings::signed_tokens(dovecot.place.path()))?;
                Tokens::Signed
            }
        };
        dovecot.make_mailbox("INBOX")?;
        for (name, _) in mailboxes {
            dovecot.make_mailbox(name)?;
        }
        dovecot.own(Path::new(""))?;
        // Somebody else may take a port between the moment it was found free and the moment it is used.
        for _ in 0..2 {
            if dovecot.begin(mailboxes, tokens).is_ok() {
                return Ok(dovecot);
            }
            dovecot.kill()?;
        }
        dovecot.begin(mailboxes, tokens)?;
        Ok(dovecot)
    }

    /// Where it listens on 127.0.0.1; the same after a restart.
    pub fn ports(&self) -> Ports {
        self.ports
    }

    /// The certificate of the authority that signed its certificate for `localhost` and `127.0.0.1`, PEM.
    pub fn authority(&self) -> String {
        self.authority.pem()
    }

    /// The Maildir of a mailbox, to look at names and flags. Beyond ASCII, names stand there in modified UTF-7.
    pub fn maildir(&self, mailbox: &str) -> PathBuf {
        self.place.path().join(below(mailbox))
    }

    /// What it wrote in its log so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.place.path().join("log")).unwrap_or_default()
    }

    /// Puts a mail in a mailbox, unread, as a delivery does; the file it stands in for now.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn deliver(&mut self, mailbox: &str, mail: &[u8]) -> io::Result<PathBuf> {
        self.delivered += 1;
        let name = format!("{}.test", 1_700_000_000 + self.delivered);
        let written = below(mailbox).join("tmp").join(&name);
        fs::write(self.place.path().join(&written), mail)?;
        self.own(&written)?;
        let delivered = self.maildir(mailbox).join("new").join(&name);
        fs::rename(self.place.path().join(written), &delivered)?;
        Ok(delivered)
    }

    /// Ends it and every connection, without a word to anybody.
    ///
    /// # Errors
    /// When it cannot be ended.
    pub fn kill(&mut self) -> io::Result<()> {
        if let Some(mut program) = self.program.take() {
            // All of its processes are in the group of the first one.
            let group = format!("-{}", program.id());
            Command::new("kill").args(["-KILL", "--", &group]).status()?;
            program.wait()?;
            // The others of the group end in their own time, and hold their sockets until then.
            let begin = Instant::now();
            let socket = self.place.path().join("run/login/imap");
            while begin.elapsed() < START
                && (TcpStream::connect(("127.0.0.1", self.ports.plain)).is_ok()
                    || UnixStream::connect(&socket).is_ok())
            {
                thread::sleep(Duration::from_millis(10));
            }
        }
        Ok(())
    }

    /// Starts it once more after [`Self::kill`], at the same ports.
    ///
    /// # Errors
    /// When it does not start.
    pub fn restart(&mut self) -> io::Result<()> {
        self.kill()?;
        let mut command = Command::new(program()?);
        command
            .arg("-F")
            .arg("-c")
            .arg(self.place.path().join("dovecot.conf"))
            .current_dir(self.place.path())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some((user, group)) = self.account.numbers {
            command.uid(user).gid(group);
        }
        self.program = Some(command.spawn()?);
        let begin = Instant::now();
        while begin.elapsed() < START {
            if greets(self.ports.plain).unwrap_or(false) {
                return Ok(());
            }
            if let Some(program) = &mut self.program
                && let Some(status) = program.try_wait()?
            {
                return Err(self.trouble(&format!("ended with {status}")));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(self.trouble("does not greet"))
    }

    /// Starts it at ports that are free.
    fn begin(&mut self, mailboxes: &[(&str, &str)], tokens: Tokens) -> io::Result<()> {
        // All are held at once, so that they differ.
        let free = [
            TcpListener::bind(("127.0.0.1", 0))?,
            TcpListener::bind(("127.0.0.1", 0))?,
            TcpListener::bind(("127.0.0.1", 0))?,
        ];
        let [plain, tls, pop] = free.map(|listener| listener.local_addr().map(|address| address.port()));
        let pop = self.ports.pop.map(|_| pop).transpose()?;
        self.ports = Ports {
            plain: plain?,
            tls: tls?,
            pop,
        };
        let settings = settings::text(self.place.path(), &self.account, self.ports, mailboxes, tokens);
        self.write("dovecot.conf", &settings)?;
        self.restart()
    }

    fn make_mailbox(&self, mailbox: &str) -> io::Result<()> {
        let folder = below(mailbox);
        for part in ["cur", "new", "tmp"] {
            self.make(&folder.join(part))?;
        }
        if mailbox != "INBOX" {
            // By this file Dovecot knows that the folder was made to the end.
            fs::write(self.place.path().join(&folder).join("maildirfolder"), "")?;
            self.own(&folder.join("maildirfolder"))?;
        }
        Ok(())
    }

    /// A folder and those above it, down from the place of this server.
    fn make(&self, folder: &Path) -> io::Result<()> {
        let mut above = PathBuf::new();
        for part in folder {
            above.push(part);
            if !self.place.path().join(&above).is_dir() {
                fs::create_dir(self.place.path().join(&above))?;
                self.own(&above)?;
            }
        }
        Ok(())
    }

    fn write(&self, name: &str, text: &str) -> io::Result<()> {
        let path = self.place.path().join(name);
        fs::write(&path, text)?;
        fs::set_permissions(&path, Permissions::from_mode(0o600))?;
        self.own(Path::new(name))
    }

    /// Gives a file to whom Dovecot runs as.
    fn own(&self, path: &Path) -> io::Result<()> {
        match self.account.numbers {
            Some((user, group)) => chown(self.place.path().join(path), Some(user), Some(group)),
            None => Ok(()),
        }
    }

    fn trouble(&self, what: &str) -> io::Error {
        io::Error::other(format!("Dovecot {what}; its log:\n{}", self.log()))
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // Nothing is left to do for who is going anyway.
        let _ = self.kill();
    }
}

/// The Maildir of a mailbox, from the place of the server.
fn below(mailbox: &str) -> PathBuf {
    let maildir = Path::new("home/Maildir");
    if mailbox == "INBOX" {
        maildir.to_owned()
    } else {
        maildir.join(format!(".{}", mailbox.replace('/', ".")))
    }
}

/// Who runs it: whoever made this folder, and `nobody` for root.
fn account(place: &Path) -> io::Result<Account> {
    let made = fs::metadata(place)?;
    if made.uid() != 0 {
        let names = (said("id", &["-un"])?, said("id", &["-gn"])?);
        return Ok(Account { names, numbers: None });
    }
    let number = |option| said("id", &[option, "nobody"])?.parse().map_err(io::Error::other);
    Ok(Account {
        names: ("nobody".to_owned(), said("id", &["-gn", "nobody"])?),
        numbers: Some((number("-u")?, number("-g")?)),
    })
}

fn said(program: &str, arguments: &[&str]) -> io::Result<String> {
    let output = Command::new(program).args(arguments).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first line of a connection is a greeting.
fn greets(port: u16) -> io::Result<bool> {
    let connection = TcpStream::connect(("127.0.0.1", port))?;
    connection.set_read_timeout(Some(START))?;
    let mut line = String::new();
    BufReader::new(connection).read_line(&mut line)?;
    Ok(line.starts_with("* OK"))
}

/// The program, also where the folders of root are not on the path.
fn program() -> io::Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    let mut programs = folders.map(|folder| folder.join("dovecot"));
    programs.find(|program| program.is_file()).ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::NotFound,
            "Dovecot is not installed (Debian: dovecot-imapd)",
        )
    })
}
