//! Servers that refuse, lie, stall and cut. Each listens on this computer and says what it was told to.
#![expect(clippy::unwrap_used, reason = "a test")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mailwijs_imap::Trust;
use mailwijs_webdav::{FolderAddress, Login, NewFile, NotPut, Put, WebDav, WebDavError};
use url::Url;

const FOLDER: &str = "<multistatus xmlns=\"DAV:\"><response><propstat><prop><resourcetype><collection/></resourcetype></prop></propstat></response></multistatus>";

/// What was asked: the method, the path, all headers in lower case.
#[derive(Clone)]
struct Asked {
    method: String,
    path: String,
    head: String,
}

/// A server that answers each question by this function; what it was asked.
fn server(answer: impl Fn(&Asked, &mut TcpStream) + Send + 'static) -> (WebDav, Arc<Mutex<Vec<Asked>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = Url::parse(&format!("http://{}/dav/", listener.local_addr().unwrap())).unwrap();
    let all: Arc<Mutex<Vec<Asked>>> = Arc::default();
    let log = Arc::clone(&all);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let Some(asked) = hear(&stream) else { continue };
            log.lock().unwrap().push(asked.clone());
            answer(&asked, &mut stream);
        }
    });
    let login = Login::new("an", "geheim").unwrap();
    let address = FolderAddress::new(&url).unwrap();
    let webdav = WebDav::patient(
        address,
        login,
        &Trust::Only(Vec::new()),
        Some(Duration::from_secs(2)),
    );
    (webdav, all)
}

/// Reads the head; the body too, unless it is to be cut.
fn hear(stream: &TcpStream) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let mut words = head.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let head = head.to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    if !path.contains("gekapt") {
        reader.read_exact(&mut vec![0; length.unwrap_or(0)]).ok()?;
    }
    Some(Asked { method, path, head })
}

fn say(stream: &mut TcpStream, status: &str, headers: &str, body: &str) {
    let length = body.len();
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n{body}"
    );
}

fn file(length: &str) -> String {
    format!(
        "<multistatus xmlns=\"DAV:\"><response><propstat><prop><resourcetype/>{length}</prop></propstat></response></multistatus>"
    )
}

/// Everything works, until a file is sent: then this.
fn at_put(status: &'static str, headers: &'static str) -> (WebDav, Arc<Mutex<Vec<Asked>>>) {
    server(move |asked, stream| match asked.method.as_str() {
        "MKCOL" => say(stream, "201 Created", "", ""),
        "PUT" => say(stream, status, headers, ""),
        "DELETE" => say(stream, "204 No Content", "", ""),
        _ => say(
            stream,
            "207 Multi-Status",
            "",
            &file("<getcontentlength>3</getcontentlength>"),
        ),
    })
}

fn put(webdav: &WebDav, name: &str) -> Result<Put, NotPut> {
    webdav.put("mail", &[NewFile { name, bytes: b"abc" }])
}

#[track_caller]
fn methods(asked: &Mutex<Vec<Asked>>) -> Vec<String> {
    asked
        .lock()
        .unwrap()
        .iter()
        .map(|asked| asked.method.clone())
        .collect()
}

#[test]
fn each_refusal_has_its_word_and_leaves_nothing() {
    for (status, headers, why) in [
        (
            "401 Unauthorized",
            "WWW-Authenticate: Basic realm=x\r\n",
            WebDavError::Refused,
        ),
        (
            "401 Unauthorized",
            "WWW-Authenticate: Digest realm=x, nonce=y\r\n",
            WebDavError::NotOffered,
        ),
        ("403 Forbidden", "", WebDavError::Forbidden),
        ("409 Conflict", "", WebDavError::NoFolder),
        ("413 Content Too Large", "", WebDavError::TooLarge),
        ("423 Locked", "", WebDavError::Locked),
        ("429 Too Many Requests", "", WebDavError::OutOfOrder),
        ("500 Internal Server Error", "", WebDavError::OutOfOrder),
        ("507 Insufficient Storage", "", WebDavError::Full),
        (
            "302 Found",
            "Location: https://elsewhere.example/\r\n",
            WebDavError::Moved,
        ),
        ("202 Accepted", "", WebDavError::Nonsense("PUT")),
    ] {
        let (webdav, asked) = at_put(status, headers);
        assert_eq!(put(&webdav, "a.pdf"), Err(NotPut { why, left: None }), "{status}");
        assert_eq!(methods(&asked), ["MKCOL", "PUT", "DELETE"], "{status}");
    }
}

#[test]
fn a_redirect_is_not_followed_and_gets_no_password() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let there = format!("Location: http://{}/dav/\r\n", elsewhere.local_addr().unwrap());
    for status in [
        "301 Moved",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let there = there.clone();
        let (webdav, _) = server(move |_, stream| say(stream, status, &there, ""));
        assert_eq!(webdav.check(), Err(WebDavError::Moved), "{status}");
        assert_eq!(
            put(&webdav, "a.pdf").unwrap_err().why,
            WebDavError::Moved,
            "{status}"
        );
    }
    assert!(elsewhere.accept().is_err(), "somebody was connected to");
}

#[test]
fn a_connection_that_is_cut_is_told_and_what_came_is_removed() {
    let (webdav, asked) = server(|asked, stream| match asked.method.as_str() {
        "MKCOL" => say(stream, "201 Created", "", ""),
        "DELETE" => say(stream, "204 No Content", "", ""),
        // Neither read nor answered.
        _ => {}
    });
    let large = vec![7; 20_000_000];
    let files = [NewFile {
        name: "gekapt.pdf",
        bytes: &large,
    }];
    assert_eq!(
        webdav.put("mail", &files),
        Err(NotPut {
            why: WebDavError::Lost,
            left: None
        })
    );
    assert_eq!(methods(&asked), ["MKCOL", "PUT", "DELETE"]);
}

#[test]
fn what_cannot_be_removed_is_told() {
    let (webdav, _) = server(|asked, stream| match asked.method.as_str() {
        "MKCOL" => say(stream, "201 Created", "", ""),
        "DELETE" => say(stream, "403 Forbidden", "", ""),
        _ => say(stream, "507 Insufficient Storage", "", ""),
    });
    let not_put = put(&webdav, "a.pdf").unwrap_err();
    assert_eq!(not_put.why, WebDavError::Full);
    assert!(not_put.left.unwrap().path().ends_with("/dav/mail/"));
}

#[test]
fn a_server_that_keeps_less_than_it_says_is_found_out() {
    for (length, there) in [
        ("<getcontentlength>2</getcontentlength>", "abc"),
        ("<getcontentlength>0</getcontentlength>", "abc"),
        ("<getcontentlength>-3</getcontentlength>", "ab"),
        ("", "ab"),
        ("", "abcd"),
        ("", "abd"),
    ] {
        let (webdav, _) = server(move |asked, stream| match asked.method.as_str() {
            "MKCOL" | "PUT" => say(stream, "201 Created", "", ""),
            "GET" => say(stream, "200 OK", "", there),
            "DELETE" => say(stream, "204 No Content", "", ""),
            _ => say(stream, "207 Multi-Status", "", &file(length)),
        });
        assert_eq!(
            put(&webdav, "a.pdf").unwrap_err().why,
            WebDavError::Incomplete,
            "{length} {there}"
        );
    }
    let (webdav, _) = server(|asked, stream| match asked.method.as_str() {
        "MKCOL" | "PUT" => say(stream, "201 Created", "", ""),
        "GET" => say(stream, "200 OK", "", "abc"),
        _ => say(stream, "207 Multi-Status", "", &file("")),
    });
    assert_eq!(put(&webdav, "a.pdf").unwrap().files.len(), 1);
}

#[test]
fn headers_without_an_end_are_given_up() {
    let (webdav, _) = server(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        let line = format!("X-Odd: {}\r\n", "x".repeat(1000));
        while stream.write_all(line.as_bytes()).is_ok() {}
    });
    let why = webdav.check().unwrap_err();
    assert!(matches!(why, WebDavError::Nonsense(_)), "{why:?}");
}

#[test]
fn an_answer_without_an_end_is_given_up() {
    let (webdav, _) = server(|asked, stream| {
        if asked.method == "OPTIONS" {
            return say(stream, "200 OK", "DAV: 1,2\r\n", "");
        }
        let _ = stream.write_all(b"HTTP/1.1 207 Multi-Status\r\n\r\n");
        while stream.write_all(&[b' '; 4096]).is_ok() {}
    });
    assert_eq!(webdav.check(), Err(WebDavError::Nonsense("too long")));
}

#[test]
fn who_never_answers_is_not_waited_for() {
    let (webdav, _) = server(|_, stream| {
        let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
        let _ = stream.read(&mut [0]);
    });
    let begin = Instant::now();
    assert_eq!(webdav.check(), Err(WebDavError::Lost));
    assert!(begin.elapsed() < Duration::from_secs(15), "{:?}", begin.elapsed());
}

#[test]
fn a_file_never_replaces_another() {
    let (webdav, asked) = at_put("201 Created", "");
    put(&webdav, "a.pdf").unwrap();
    let asked = asked.lock().unwrap();
    let sent = asked.iter().find(|asked| asked.method == "PUT").unwrap();
    assert!(
        sent.head.contains("if-none-match: *") && sent.path == "/dav/mail/a.pdf",
        "{}",
        sent.head
    );
    assert!(
        asked
            .iter()
            .all(|asked| asked.head.contains("authorization: basic "))
    );
}

#[test]
fn a_folder_that_may_be_somebody_elses_is_not_used() {
    let (webdav, asked) = server(|_, stream| say(stream, "200 OK", "", ""));
    assert_eq!(
        put(&webdav, "a.pdf").unwrap_err().why,
        WebDavError::Nonsense("MKCOL")
    );
    assert_eq!(methods(&asked), ["MKCOL"]);
    let (webdav, asked) = server(|asked, stream| match asked.method.as_str() {
        "MKCOL" => say(stream, "405 Method Not Allowed", "", ""),
        _ => say(stream, "207 Multi-Status", "", FOLDER),
    });
    assert_eq!(put(&webdav, "a.pdf").unwrap_err().why, WebDavError::Crowded);
    assert!(!methods(&asked).contains(&"DELETE".to_owned()));
}

#[test]
fn what_is_no_webdav_is_told() {
    let (webdav, _) = server(|_, stream| say(stream, "200 OK", "Allow: GET\r\n", "<html>"));
    assert_eq!(webdav.check(), Err(WebDavError::NoWebDav));
    let (webdav, _) = server(|asked, stream| match asked.method.as_str() {
        "OPTIONS" => say(stream, "200 OK", "DAV: 1\r\nDAV: 2\r\n", ""),
        _ => say(stream, "207 Multi-Status", "", &file("")),
    });
    assert_eq!(webdav.check(), Err(WebDavError::NoFolder), "a file is no folder");
    let (webdav, _) = server(|asked, stream| match asked.method.as_str() {
        "OPTIONS" => say(stream, "200 OK", "DAV: 1\r\n", ""),
        _ => say(stream, "207 Multi-Status", "", "<html>"),
    });
    assert_eq!(webdav.check(), Err(WebDavError::Nonsense("multistatus")));
}

#[test]
fn nothing_is_asked_for_what_cannot_be() {
    let (webdav, asked) = at_put("201 Created", "");
    assert_eq!(put(&webdav, "../a.pdf").unwrap_err().why, WebDavError::Name);
    assert_eq!(webdav.put("..", &[]).unwrap_err().why, WebDavError::Name);
    assert!(asked.lock().unwrap().is_empty());
    for user in ["", "an:els", "an\r\nX-Odd: 1"] {
        assert!(
            matches!(Login::new(user, "geheim"), Err(WebDavError::User)),
            "{user:?}"
        );
    }
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = Url::parse(&format!("http://{nobody}/")).unwrap();
    let address = FolderAddress::new(&url).unwrap();
    let webdav = WebDav::new(
        address,
        Login::new("an", "geheim").unwrap(),
        &Trust::Only(Vec::new()),
    );
    assert!(matches!(webdav.check(), Err(WebDavError::Unreachable(_))));
}
