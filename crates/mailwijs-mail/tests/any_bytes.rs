//! Whatever the bytes, a mail comes out and its invariants hold.

mod support;

use mailwijs_mail::parse;
use proptest::prelude::*;
use support::check_invariants;

/// Pieces that message parsers stumble over.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&'static [u8]> = vec![
        b"\r\n",
        b"\n",
        b"\r",
        b"\n\n",
        b"From: ",
        b"To: a@b.be, \"c\" <d@e.nl>\n",
        b"Bcc:\n",
        b"Subject: =?utf-8?q?",
        b"?=",
        b"Content-Type: multipart/mixed; boundary=x\n\n",
        b"--x\n",
        b"--x--\n",
        b"Content-Type: text/html\n\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"=E",
        b"=\n",
        b"Content-Type: message/rfc822\n\n",
        b"; charset=utf-16",
        b"<div style='display:none'>",
        b"</div>",
        b"<p>",
        b"<blockquote>",
        b"> ",
        b"-- \n",
        b"Groetjes\n",
        b"Op 3 mei 2024 schreef An <a@b.be>:\n",
        b"\xC3",
        b"\xA9",
        b"&amp;",
        b"&#x110000;",
        b"\0",
        b"(",
        b"<",
        b"\"",
        b"group: ",
        b";",
        b"filename*0*=utf-8''%c3",
    ];
    prop_oneof![
        proptest::sample::select(known).prop_map(<[u8]>::to_vec),
        proptest::collection::vec(any::<u8>(), 0..20)
    ]
}

proptest! {
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        check_invariants(&parse(&bytes));
    }

    #[test]
    fn pieces_of_messages(pieces in proptest::collection::vec(piece(), 0..60)) {
        check_invariants(&parse(&pieces.concat()));
    }
}

#[test]
fn every_fixture_cut_off_anywhere() {
    for (_, bytes) in support::fixtures() {
        for end in (0..bytes.len()).step_by(7) {
            check_invariants(&parse(&bytes[..end]));
        }
    }
}
