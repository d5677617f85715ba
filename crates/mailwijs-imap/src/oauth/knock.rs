//! Who knocks at the listener: the browser with the provider's answer, or anybody else.

use httparse::{EMPTY_HEADER, Request, Status};
use oauth2::{AuthorizationCode, CsrfToken};
use url::Url;

/// A browser sends a dozen or two.
const MOST_HEADERS: usize = 100;

/// What a request so far is.
pub(super) enum Knock {
    /// It goes on.
    Unfinished,
    /// Somebody else, or the browser for something else: a wrong state, another page, no HTTP.
    Stranger,
    /// The answer to our question.
    Answer(Answer),
}

/// The provider's answer.
pub(super) enum Answer {
    /// To be redeemed for tokens.
    Code(AuthorizationCode),
    /// The `error` of RFC 6749, section 4.1.2.1.
    Error(String),
}

impl Knock {
    /// From the bytes that came; only the state that went with our question makes it an answer.
    pub(super) fn of(bytes: &[u8], state: &CsrfToken) -> Self {
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut request = Request::new(&mut headers);
        match request.parse(bytes) {
            Ok(Status::Partial) => Self::Unfinished,
            Ok(Status::Complete(_)) => answer(&request, state).map_or(Self::Stranger, Self::Answer),
            Err(_) => Self::Stranger,
        }
    }
}

fn answer(request: &Request<'_, '_>, state: &CsrfToken) -> Option<Answer> {
    let path = request.path.filter(|path| path.starts_with('/'))?;
    if request.method != Some("GET") {
        return None;
    }
    // The rest of the address does not matter.
    let url = Url::parse(&format!("http://localhost{path}")).ok()?;
    let value = |name| {
        let mut pairs = url.query_pairs();
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    if url.path() != "/" || CsrfToken::new(value("state")?) != *state {
        return None;
    }
    match (value("error"), value("code")) {
        (Some(error), _) => Some(Answer::Error(error)),
        (None, Some(code)) => Some(Answer::Code(AuthorizationCode::new(code))),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knock(request: &str) -> String {
        match Knock::of(request.as_bytes(), &CsrfToken::new("s+ä".to_owned())) {
            Knock::Unfinished => "unfinished".to_owned(),
            Knock::Stranger => "stranger".to_owned(),
            Knock::Answer(Answer::Code(code)) => format!("code {}", code.secret()),
            Knock::Answer(Answer::Error(error)) => format!("error {error}"),
        }
    }

    #[test]
    fn only_our_state_makes_an_answer() {
        let get = |target: &str| knock(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        assert_eq!(get("/?code=a%2Fb&state=s%2B%C3%A4&session=1"), "code a/b");
        assert_eq!(
            get("/?state=s%2B%C3%A4&error=access_denied"),
            "error access_denied"
        );
        for stranger in [
            "/?code=a&state=other",
            "/?code=a&state=",
            "/?code=a",
            "/?state=s%2B%C3%A4",
            "/favicon.ico",
            "/x?code=a&state=s%2B%C3%A4",
            "http://evil.example/?code=a&state=s%2B%C3%A4",
            "/%zz?%",
        ] {
            assert_eq!(get(stranger), "stranger", "{stranger}");
        }
        assert_eq!(
            knock("POST /?code=a&state=s%2B%C3%A4 HTTP/1.1\r\n\r\n"),
            "stranger"
        );
        assert_eq!(
            knock("GET /?code=a&state=s%2B%C3%A4 HTTP/1.1\r\nHo"),
            "unfinished"
        );
        assert_eq!(knock("\x16\x03\x01 this is TLS"), "stranger");
        assert_eq!(knock(""), "unfinished");
    }

    #[test]
    fn more_headers_than_any_browser_sends_are_a_strangers() {
        let many = "X: y\r\n".repeat(MOST_HEADERS + 1);
        assert_eq!(knock(&format!("GET / HTTP/1.1\r\n{many}\r\n")), "stranger");
    }
}
