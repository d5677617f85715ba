//! The parts of a multipart message (RFC 2046 §5.1), found in one pass over its lines.
//!
//! mail-parser reads the headers but not the structure: it nests an object per enclosed message and looks for each
//! boundary in all that follows, so a few megabytes of hostile mail overflow the stack or take minutes. Here time is
//! linear and depth and number of parts are bounded.

use crate::headers::Headers;
use crate::input::header_end;
use crate::model::Problem;
use memchr::memmem::Finder;

/// Multiparts nested deeper stay one opaque attachment.
const MAX_DEPTH: usize = 40;
/// Parts after this many are not looked at.
const MAX_PARTS: usize = 1000;

/// A part with its headers and its body, still encoded.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) headers: Headers,
    /// Empty for a multipart, whose content is its children.
    pub(crate) body: &'a [u8],
    /// Lower case, `text/plain` when not declared.
    pub(crate) media_type: String,
    /// Indices of a multipart's children.
    pub(crate) children: Vec<usize>,
    pub(crate) is_multipart: bool,
}

/// The parts in message order (the first is the message itself) and what was wrong with the structure.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub(crate) list: Vec<Part<'a>>,
    pub(crate) problems: Vec<Problem>,
}

/// A multipart whose closing boundary has not been met.
struct Open {
    part: usize,
    boundary: Vec<u8>,
}

/// Splits a message into parts.
pub(crate) fn split(bytes: &[u8]) -> Parts<'_> {
    let mut splitter = Splitter {
        bytes,
        parts: Parts {
            list: Vec::new(),
            problems: Vec::new(),
        },
        open: Vec::new(),
        dashed: Finder::new(b"\n--"),
    };
    splitter.run();
    splitter.parts
}

struct Splitter<'a> {
    bytes: &'a [u8],
    parts: Parts<'a>,
    open: Vec<Open>,
    dashed: Finder<'static>,
}

impl<'a> Splitter<'a> {
    fn run(&mut self) {
        let mut at = self.start_part(0, None);
        // Where the body of the leaf being read starts; none in a preamble or an epilogue.
        let mut leaf = self.leaf_start(at);
        // Between files of megabytes there are few lines that could be a boundary: the rest is passed over in strides.
        while let Some(dashed) = self.next_dashed(at) {
            at = dashed;
            let line = self.line(at);
            let end = at + line.len();
            if let Some((level, closes)) = self.boundary(line) {
                // The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1).
                self.finish_leaf(
                    leaf.take()
                        .and_then(|start| self.bytes.get(start..at))
                        .map(strip_line_end),
                );
                self.open.truncate(level + usize::from(!closes));
                at = end;
                if !closes {
                    if self.parts.list.len() >= MAX_PARTS {
                        self.problem(Problem::TooManyParts);
                        return;
                    }
                    at = self.start_part(end, Some(level));
                    leaf = self.leaf_start(at);
                }
                continue;
            }
            at = end;
        }
        self.finish_leaf(leaf.and_then(|start| self.bytes.get(start..)));
        if !self.open.is_empty() {
            self.problem(Problem::Truncated);
        }
    }

    /// Where the next line that starts with `--` does, `at` being the start of a line.
    fn next_dashed(&self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        if rest.starts_with(b"--") {
            return Some(at);
        }
        self.dashed.find(rest).map(|found| at + found + 1)
    }

    /// The line that starts here, with its end.
    fn line(&self, at: usize) -> &'a [u8] {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        rest.get(..end).unwrap_or_default()
    }

    /// Reads the headers of a part (in the open multipart `level`, or the message's own) and opens it when it is a
    /// multipart; returns where its body starts.
    fn start_part(&mut self, start: usize, level: Option<usize>) -> usize {
        let rest = self.bytes.get(start..).unwrap_or_default();
        let (block_len, body_at) = header_end(rest, |line| self.boundary(line).is_some());
        let block = rest.get(..block_len).unwrap_or_default();
        let headers = Headers::read(block);
        if headers.unparsable {
            self.problem(Problem::Unparsable);
        }
        let media_type = media_type(&headers);
        let boundary = headers
            .content_type()
            .and_then(|t| t.attribute("boundary"))
            .map(|b| b.trim_end().as_bytes().to_vec())
            .filter(|b| !b.is_empty() && media_type.starts_with("multipart/"));
        let too_deep = boundary.is_some() && self.open.len() >= MAX_DEPTH;
        if too_deep {
            self.problem(Problem::TooDeep);
        }
        let index = self.parts.list.len();
        if let Some(parent) = level.and_then(|l| self.open.get(l)).map(|o| o.part)
            && let Some(parent) = self.parts.list.get_mut(parent)
        {
            parent.children.push(index);
        }
        let is_multipart = boundary.is_some() && !too_deep;
        if let Some(boundary) = boundary.filter(|_| is_multipart) {
            self.open.push(Open {
                part: index,
                boundary,
            });
        }
        self.parts.list.push(Part {
            headers,
            body: &[],
            media_type,
            children: Vec::new(),
            is_multipart,
        });
        start + body_at
    }

    fn leaf_start(&self, at: usize) -> Option<usize> {
        self.parts
            .list
            .last()
            .filter(|part| !part.is_multipart)
            .map(|_| at)
    }

    fn finish_leaf(&mut self, body: Option<&'a [u8]>) {
        if let (Some(body), Some(part)) = (body, self.parts.list.last_mut()) {
            part.body = body;
        }
    }

    /// The open multipart whose boundary this line is, innermost first, and whether it is the closing one.
    fn boundary(&self, line: &[u8]) -> Option<(usize, bool)> {
        let line = line.strip_prefix(b"--")?;
        self.open.iter().enumerate().rev().find_map(|(level, open)| {
            let tail = line.strip_prefix(open.boundary.as_slice())?;
            let blank = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_whitespace);
            match tail.strip_prefix(b"--") {
                Some(rest) if blank(rest) => Some((level, true)),
                _ => blank(tail).then_some((level, false)),
            }
        })
    }

    fn problem(&mut self, problem: Problem) {
        if !self.parts.problems.contains(&problem) {
            self.parts.problems.push(problem);
        }
    }
}

fn strip_line_end(body: &[u8]) -> &[u8] {
    let body = body.strip_suffix(b"\n").unwrap_or(body);
    body.strip_suffix(b"\r").unwrap_or(body)
}

fn media_type(headers: &Headers) -> String {
    match headers.content_type() {
        Some(t) => match t.subtype() {
            Some(subtype) => format!("{}/{subtype}", t.ctype()).to_ascii_lowercase(),
            None if t.ctype().eq_ignore_ascii_case("text") => "text/plain".to_owned(),
            None => "application/octet-stream".to_owned(),
        },
        None => "text/plain".to_owned(),
    }
}
