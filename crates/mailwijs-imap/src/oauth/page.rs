//! The page that the browser shows at the end.

/// Its words, in the teacher's language; plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// `nl`, `fr` or `en`.
    pub language: String,
    /// All went well: "Je bent aangemeld. Je kunt dit venster sluiten."
    pub done: String,
    /// It did not: "Aanmelden is niet gelukt. Mailwijs zegt waarom."
    pub failed: String,
}

impl Pages {
    /// The whole answer to the browser. It holds nothing that runs or that is fetched, and is kept nowhere.
    pub(super) fn reply(&self, done: bool) -> Vec<u8> {
        let words = escaped(if done { &self.done } else { &self.failed });
        let language = escaped(&self.language);
        let page = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<title>Mailwijs</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <style>:root{{color-scheme:light dark}}body{{font:1.25rem system-ui,sans-serif;margin:20vh auto;\
             max-width:30rem;padding:0 1rem;text-align:center}}</style>\n<p>{words}</p>\n</html>\n"
        );
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
             Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:\r\n\
             Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n\
             Connection: close\r\n\r\n",
            page.len()
        );
        [head, page].concat().into_bytes()
    }
}

/// For whoever asks for something else than the answer's address.
pub(super) const NOT_FOUND: &[u8] =
    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_how_it_went_and_words_stay_words() {
        let pages = Pages {
            language: "fr".to_owned(),
            done: "C'est fait <b>&".to_owned(),
            failed: "Non".to_owned(),
        };
        let done = String::from_utf8(pages.reply(true)).unwrap();
        assert!(done.contains("<html lang=\"fr\">") && done.contains("<p>C'est fait &lt;b&gt;&amp;</p>"));
        let (head, body) = done.split_once("\r\n\r\n").unwrap();
        assert!(
            head.contains(&format!("Content-Length: {}\r\n", body.len())),
            "{head}"
        );
        assert!(
            String::from_utf8(pages.reply(false))
                .unwrap()
                .contains("<p>Non</p>")
        );
    }
}
