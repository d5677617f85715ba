//! Another mail client at the same mailbox, as it saves, moves and deletes.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};

/// A conversation in clear text.
pub struct OtherClient(BufReader<TcpStream>);

impl OtherClient {
    pub fn at(dovecot: &Dovecot) -> Self {
        let connection = TcpStream::connect(("127.0.0.1", dovecot.ports().plain)).unwrap();
        connection
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let mut client = Self(BufReader::new(connection));
        client.line();
        client.ask(&format!("LOGIN {USER} {PASSWORD}"));
        client
    }

    /// Appends a mail with these `(flags)`, and a date when one follows.
    pub fn append(&mut self, folder: &str, flags: &str, mail: &str) {
        let mail = mail.replace('\n', "\r\n");
        write!(
            self.0.get_mut(),
            "a APPEND \"{folder}\" {flags} {{{}}}\r\n",
            mail.len()
        )
        .unwrap();
        assert!(self.line().starts_with('+'));
        self.ask_with("", &format!("{mail}\r\n"));
    }

    /// Saves a draft.
    pub fn save(&mut self, mail: &str) {
        self.append("Drafts", "(\\Seen \\Draft)", mail);
    }

    /// Saves a draft once more, as clients do: the new version first, then away with the old one.
    pub fn save_again(&mut self, mail: &str) {
        self.ask("SELECT Drafts");
        self.save(mail);
        self.ask("STORE 1 +FLAGS.SILENT (\\Deleted)");
        self.ask("EXPUNGE");
    }

    /// Deletes all there is in a folder.
    pub fn empty(&mut self, folder: &str) {
        self.ask(&format!("SELECT \"{folder}\""));
        self.ask("STORE 1:* +FLAGS.SILENT (\\Deleted)");
        self.ask("EXPUNGE");
    }

    /// Says a command that must work; all that is answered.
    pub fn ask(&mut self, command: &str) -> String {
        self.ask_with("a ", &format!("{command}\r\n"))
    }

    fn ask_with(&mut self, tag: &str, said: &str) -> String {
        write!(self.0.get_mut(), "{tag}{said}").unwrap();
        let mut answer = String::new();
        loop {
            let line = self.line();
            answer.push_str(&line);
            if line.starts_with("a ") {
                assert!(line.starts_with("a OK"), "{line}");
                return answer;
            }
        }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.0.read_line(&mut line).unwrap() > 0, "the server hung up");
        line
    }
}
