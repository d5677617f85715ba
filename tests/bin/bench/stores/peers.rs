//! The others: mu and notmuch, which index a Maildir, and mail-parser, which only parses.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use mail_parser::MessageParser;
use mail_parser::mailbox::mbox::MessageIterator;
use mailwijs_tests::Error;

use super::child::{self, Ran};

/// `mu index` of a Maildir from nothing, with its database in `home`.
pub fn mu(maildir: &Path, home: &Path) -> Result<Ran, Error> {
    installed("mu", "maildir-utils")?;
    emptied(home)?;
    let mu = |command: &str| {
        let mut run = Command::new("mu");
        run.arg(command).arg(format!("--muhome={}", home.display()));
        run
    };
    succeeded(child::run(
        mu("init").arg(format!("--maildir={}", maildir.display())),
    )?)?;
    succeeded(child::run(mu("index").arg("--quiet"))?)
}

/// `notmuch new` of a Maildir from nothing, with its database in `home`.
pub fn notmuch(maildir: &Path, home: &Path) -> Result<Ran, Error> {
    installed("notmuch", "notmuch")?;
    emptied(home)?;
    let config = home.join("config");
    let text = format!(
        "[database]\npath={}\nmail_root={}\n[new]\ntags=\n[maildir]\nsynchronize_flags=false\n",
        home.display(),
        maildir.display()
    );
    fs::write(&config, text)?;
    succeeded(child::run(
        Command::new("notmuch")
            .args(["new", "--quiet"])
            .env("NOTMUCH_CONFIG", config),
    )?)
}

/// Parsing alone: this program once more, as [`parse`].
pub fn mail_parser(store: &Path) -> Result<Ran, Error> {
    let mut run = Command::new(std::env::current_exe()?);
    succeeded(child::run(run.arg(super::PARSE).arg(store))?)
}

/// Reads every message of an mbox, or of every folder of a Maildir, and has mail-parser parse it. One core, one message in memory.
pub fn parse(store: &Path) -> Result<(), Error> {
    let parser = MessageParser::default();
    if store.is_file() {
        for message in MessageIterator::new(BufReader::with_capacity(1 << 18, File::open(store)?)) {
            let message = message.map_err(|error| error.to_string())?;
            black_box(parser.parse(message.contents()));
        }
        return Ok(());
    }
    for entry in fs::read_dir(store)? {
        let path = entry?.path();
        if path.is_dir() {
            parse_files(&parser, &path)?;
        }
    }
    Ok(())
}

fn parse_files(parser: &MessageParser, directory: &Path) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            parse_files(parser, &path)?;
        } else {
            black_box(parser.parse(&fs::read(path)?));
        }
    }
    Ok(())
}

fn installed(program: &str, package: &str) -> Result<(), Error> {
    let mut version = Command::new(program);
    let asked = version
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked
        .map(drop)
        .map_err(|_| format!("not here; install it with: sudo apt install {package}").into())
}

fn emptied(home: &Path) -> io::Result<()> {
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    fs::create_dir_all(home)
}

fn succeeded(ran: Ran) -> Result<Ran, Error> {
    if ran.status.success() {
        Ok(ran)
    } else {
        Err(format!("ended with {}", ran.status).into())
    }
}
