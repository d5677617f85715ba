//! The mail server that other tests use does what they rely on.
#![cfg(unix)]

use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use mailwijs_tests::dovecot::{Dovecot, PASSWORD, TOKEN, USER};

/// A conversation in clear text.
struct Talk(BufReader<TcpStream>);

impl Talk {
    fn with(dovecot: &Dovecot) -> io::Result<Self> {
        let connection = TcpStream::connect(("127.0.0.1", dovecot.ports().plain))?;
        connection.set_read_timeout(Some(Duration::from_secs(20)))?;
        let mut talk = Self(BufReader::new(connection));
        talk.line()?;
        Ok(talk)
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.0.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line)
    }

    /// All that is answered, the last line with how it went.
    fn ask(&mut self, command: &str) -> io::Result<String> {
        write!(self.0.get_mut(), "a {command}\r\n")?;
        let mut answer = String::new();
        loop {
            let line = self.line()?;
            answer.push_str(&line);
            if line.starts_with("a ") {
                return Ok(answer);
            }
        }
    }
}

#[test]
fn what_is_delivered_is_there_and_each_mailbox_has_its_use() -> io::Result<()> {
    let mut dovecot = Dovecot::start()?;
    let file = dovecot.deliver("Drafts", b"Subject: Koffie\n\nTot straks.\n")?;
    assert!(file.is_file());
    let mut talk = Talk::with(&dovecot)?;
    let refused = talk.ask(&format!("LOGIN {USER} niet-{PASSWORD}"))?;
    assert!(refused.contains("a NO"), "{refused}");
    assert!(
        talk.ask(&format!("LOGIN {USER} {PASSWORD}"))?.contains("a OK"),
        "{}",
        dovecot.log()
    );
    let listed = talk.ask("LIST \"\" *")?;
    for role in ["Drafts", "Sent", "Trash", "Junk", "Archive"] {
        assert!(listed.contains(&format!("\\{role}")), "{listed}");
    }
    assert!(talk.ask("SELECT Drafts")?.contains("* 1 EXISTS"));
    assert!(talk.ask("STORE 1 +FLAGS (\\Deleted)")?.contains("a OK"));
    assert!(talk.ask("EXPUNGE")?.contains("* 1 EXPUNGE"));
    assert_eq!(fs::read_dir(dovecot.maildir("Drafts").join("cur"))?.count(), 0);
    for word in ["Warning:", "Error:", "Fatal:", "Panic:"] {
        assert!(!dovecot.log().contains(word), "{}", dovecot.log());
    }
    Ok(())
}

#[test]
fn a_token_opens_it_as_well() -> io::Result<()> {
    use base64::Engine as _;
    let dovecot = Dovecot::start()?;
    let base64 = base64::engine::general_purpose::STANDARD;
    for (token, word) in [(TOKEN, "a OK"), ("old", "+ ")] {
        let mut talk = Talk::with(&dovecot)?;
        let answer = base64.encode(format!("user={USER}\x01auth=Bearer {token}\x01\x01"));
        write!(talk.0.get_mut(), "a AUTHENTICATE XOAUTH2 {answer}\r\n")?;
        let mut said = talk.line()?;
        if said.starts_with('*') {
            said = talk.line()?;
        }
        assert!(said.starts_with(word), "{said}{}", dovecot.log());
    }
    Ok(())
}

#[test]
fn its_certificate_is_signed_by_its_authority() -> io::Result<()> {
    let dovecot = Dovecot::start()?;
    let authority = tempfile::NamedTempFile::new()?;
    fs::write(authority.path(), dovecot.authority())?;
    for (port, more) in [
        (dovecot.ports().tls, &[][..]),
        (dovecot.ports().plain, &["-starttls", "imap"][..]),
    ] {
        let output = std::process::Command::new("openssl")
            .args([
                "s_client",
                "-verify_return_error",
                "-verify_hostname",
                "localhost",
                "-CAfile",
            ])
            .arg(authority.path())
            .args(["-connect", &format!("127.0.0.1:{port}")])
            .args(more)
            .stdin(std::process::Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("Verify return code: 0 (ok)"), "{said}");
    }
    Ok(())
}

#[test]
fn it_goes_without_a_word_and_comes_back_at_the_same_ports() -> io::Result<()> {
    let mut dovecot = Dovecot::start()?;
    let mut talk = Talk::with(&dovecot)?;
    talk.ask(&format!("LOGIN {USER} {PASSWORD}"))?;
    dovecot.kill()?;
    assert!(talk.ask("NOOP").is_err());
    assert!(Talk::with(&dovecot).is_err());
    dovecot.restart()?;
    assert!(Talk::with(&dovecot)?.ask("NOOP")?.contains("a OK"));
    Ok(())
}
