//! What the receiving host found when it checked where a message comes from (RFC 8601).

use crate::headers::Headers;
use crate::model::{Authentication, Verdict};

const RESULTS: &str = "Authentication-Results";
const RECEIVED: &str = "Received";
/// Results beyond this many are not looked at.
const MAX_RESULTS: usize = 50;
/// Exchange Online writes its results without saying who it is.
const NAMELESS: &str = "outlook.com";

/// The verdicts of the topmost `Authentication-Results`, when the receiving host wrote it: whoever sends a message can put
/// such a field below.
pub(crate) fn read(headers: &Headers) -> Authentication {
    let mut hosts = Vec::new();
    let mut found = None;
    for (name, value) in headers.fields() {
        if name.eq_ignore_ascii_case(RECEIVED) {
            hosts.extend(
                value
                    .as_received()
                    .and_then(|hop| hop.by())
                    .map(ToString::to_string),
            );
            if found.is_some() {
                break;
            }
        } else if name.eq_ignore_ascii_case(RESULTS) && found.is_none() {
            found = value.as_text();
        }
    }
    let Some(text) = found else {
        return Authentication::default();
    };
    let mut pieces = pieces(text).into_iter().take(MAX_RESULTS);
    let first = pieces.next().unwrap_or_default();
    let nameless = first.contains('=');
    let writer = first.split_whitespace().next().unwrap_or_default();
    let trusted = if nameless {
        hosts.iter().any(|host| same_house(host, NAMELESS))
    } else {
        hosts.is_empty() || hosts.iter().any(|host| same_house(host, writer))
    };
    if !trusted {
        return Authentication::default();
    }
    let mut verdicts = Authentication::default();
    for piece in nameless.then_some(first).into_iter().chain(pieces) {
        note(&piece, &mut verdicts);
    }
    verdicts
}

/// Notes `dkim=fail …`. Of several signatures one that is right will do.
fn note(piece: &str, verdicts: &mut Authentication) {
    let Some((method, rest)) = piece.split_once('=') else {
        return;
    };
    let word = rest.split_whitespace().next().unwrap_or_default();
    let verdict = match word.to_ascii_lowercase().as_str() {
        "pass" => Verdict::Pass,
        "fail" => Verdict::Fail,
        _ => return,
    };
    let method = method.split('/').next().unwrap_or_default().trim();
    let place = match method.to_ascii_lowercase().as_str() {
        "spf" => &mut verdicts.spf,
        "dkim" => &mut verdicts.dkim,
        "dmarc" => &mut verdicts.dmarc,
        _ => return,
    };
    if *place != Verdict::Pass {
        *place = verdict;
    }
}

/// The text between semicolons, without comments in brackets.
fn pieces(text: &str) -> Vec<String> {
    let (mut found, mut piece, mut depth) = (Vec::new(), String::new(), 0_usize);
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ';' => found.push(std::mem::take(&mut piece)),
            _ => piece.push(letter),
        }
    }
    found.push(piece);
    found
}

/// Whether two hosts end in the same two labels.
fn same_house(one: &str, other: &str) -> bool {
    let end = |host: &str| -> Vec<String> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        host.rsplit('.').take(2).map(str::to_owned).collect()
    };
    end(one) == end(other)
}

#[cfg(test)]
mod tests {
    use crate::model::Verdict::{self, Fail, Pass, Unknown};

    fn verdicts(headers: &str) -> [Verdict; 3] {
        let found = crate::parse(format!("{headers}\r\n\r\nDag\r\n").as_bytes()).authentication;
        [found.spf, found.dkim, found.dmarc]
    }

    const HOP: &str = "Received: from post.example by mx.school.example; Mon, 9 Nov 2026 08:12:00 +0100";

    #[test]
    fn the_receiving_host_is_believed() {
        let results = "Authentication-Results: mx.school.example; dkim=pass (2048-bit; key) header.d=a.example;\r\n \
                       spf=fail smtp.mailfrom=b.example; dmarc=fail (p=none) header.from=a.example";
        assert_eq!(verdicts(&format!("{results}\r\n{HOP}")), [Fail, Pass, Fail]);
        assert_eq!(verdicts(&format!("{HOP}\r\n{results}")), [Fail, Pass, Fail]);
    }

    #[test]
    fn what_another_host_wrote_says_nothing() {
        let results = "Authentication-Results: elsewhere.example2; spf=fail; dkim=fail; dmarc=fail";
        assert_eq!(
            verdicts(&format!("{HOP}\r\n{results}")),
            [Unknown, Unknown, Unknown]
        );
        let two = format!("Authentication-Results: mx.school.example; spf=pass\r\n{HOP}\r\n{results}");
        assert_eq!(verdicts(&two), [Pass, Unknown, Unknown]);
    }

    #[test]
    fn exchange_online_does_not_say_its_name() {
        let hop =
            "Received: from a.example by AM1.mail.protection.outlook.com; Mon, 9 Nov 2026 08:12:00 +0100";
        let results = "Authentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=none \
                       (message not signed) header.d=none;dmarc=fail action=none header.from=a.example;compauth=fail";
        assert_eq!(verdicts(&format!("{hop}\r\n{results}")), [Fail, Unknown, Fail]);
        assert_eq!(
            verdicts(&format!("{HOP}\r\n{results}")),
            [Unknown, Unknown, Unknown]
        );
    }

    #[test]
    fn one_right_signature_will_do() {
        let results = "Authentication-Results: mx.school.example 1; dkim=fail header.d=a; dkim=pass header.d=b; dkim=fail";
        assert_eq!(verdicts(results), [Unknown, Pass, Unknown]);
        assert_eq!(verdicts("Subject: x"), [Unknown, Unknown, Unknown]);
        assert_eq!(
            verdicts("Authentication-Results: ((((;;;===;"),
            [Unknown, Unknown, Unknown]
        );
    }
}
