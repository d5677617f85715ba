//! The words of rich text: groups, control words, letters in the code page of their font.

use std::collections::HashMap;

use super::super::codepage;

/// Groups inside one another are followed so deep; the rest of a text that goes deeper is left out.
const MAX_DEPTH: usize = 500;

/// More fonts than anyone uses.
const MAX_FONTS: usize = 10_000;

/// What holds until the group ends.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// Fonts, colours, pictures and other things that are no words.
    silent: bool,
    /// `\htmlrtf`: how the HTML looks as rich text.
    shadow: bool,
    /// `\*\htmltag`: HTML, to be taken as it is.
    tag: bool,
    /// Characters that stand in for a `\u` character and are passed over.
    stand_ins: usize,
    /// Number of the font, which decides what letters are: Turkish is written in another than Dutch.
    font: i64,
}

/// Goes through rich text once.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    group: Group,
    outer: Vec<Group>,
    /// Behind a `{\*`: the next word decides whether its group is read.
    starred: bool,
    from_html: bool,
    /// Of fonts that name none.
    code_page: u32,
    /// Code pages by font.
    fonts: HashMap<i64, u32>,
    /// Characters in the code page of the font, not decoded yet.
    raw: Vec<u8>,
    /// The first half of a character beyond the basic plane.
    high: Option<u16>,
    /// Characters still to be passed over.
    pass: usize,
    out: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rtf: &'a [u8]) -> Self {
        Self {
            rest: rtf,
            group: Group {
                silent: false,
                shadow: false,
                tag: false,
                stand_ins: 1,
                font: 0,
            },
            outer: Vec::new(),
            starred: false,
            from_html: false,
            code_page: 1252,
            fonts: HashMap::new(),
            raw: Vec::new(),
            high: None,
            pass: 0,
            out: String::new(),
        }
    }

    /// The words, and whether they are HTML.
    pub(super) fn read(mut self) -> (bool, String) {
        self.run();
        self.flush();
        (self.from_html, self.out)
    }

    fn run(&mut self) {
        while let Some((&byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            match byte {
                b'{' if self.outer.len() >= MAX_DEPTH => return,
                b'{' => {
                    self.flush();
                    self.outer.push(self.group);
                    self.pass = 0;
                }
                b'}' => {
                    self.flush();
                    let Some(outer) = self.outer.pop() else { return };
                    self.group = outer;
                    self.pass = 0;
                    self.starred = false;
                    if self.outer.is_empty() {
                        return;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                _ => self.byte(byte),
            }
        }
    }

    /// What follows a backslash: a word with a number, or a sign.
    fn control(&mut self) {
        let length = self.rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        if word.is_empty() {
            let Some((&sign, rest)) = rest.split_first() else {
                return;
            };
            self.rest = rest;
            return self.sign(sign);
        }
        let digits = rest
            .iter()
            .enumerate()
            .take_while(|(at, b)| b.is_ascii_digit() || (*at == 0 && **b == b'-'))
            .count();
        let (number, rest) = rest.split_at_checked(digits).unwrap_or_default();
        let number = std::str::from_utf8(number)
            .ok()
            .and_then(|digits| digits.parse().ok());
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        self.word(word, number);
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'*' => self.starred = true,
            b'\'' => {
                let (digits, rest) = self.rest.split_at_checked(2).unwrap_or_default();
                let byte = std::str::from_utf8(digits)
                    .ok()
                    .and_then(|d| u8::from_str_radix(d, 16).ok());
                if let Some(byte) = byte {
                    self.rest = rest;
                    self.byte(byte);
                }
            }
            b'{' | b'}' | b'\\' => self.byte(sign),
            b'~' => self.text(if self.from_html { "&nbsp;" } else { "\u{A0}" }),
            b'_' => self.text(if self.from_html { "&shy;" } else { "\u{2011}" }),
            b'\r' | b'\n' => self.text("\n"),
            _ => {}
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i64>) {
        let starred = std::mem::take(&mut self.starred);
        match word {
            b"htmltag" => self.group.tag = true,
            b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"object" | b"mhtmltag"
            | b"header" | b"footer" | b"pntext" => self.group.silent = true,
            _ if starred => self.group.silent = true,
            b"fromhtml" => self.from_html = number != Some(0),
            b"htmlrtf" => self.group.shadow = number != Some(0),
            b"f" => {
                self.flush();
                self.group.font = number.unwrap_or(0);
            }
            b"fcharset" => self.font(number.and_then(code_page_of)),
            b"cpg" => self.font(number.and_then(|n| u32::try_from(n).ok())),
            b"ansicpg" => self.code_page = number.and_then(|n| u32::try_from(n).ok()).unwrap_or(1252),
            b"uc" => self.group.stand_ins = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1).min(32),
            // Negative above 32767.
            b"u" => self.unicode((number.unwrap_or(0) & 0xFFFF).try_into().unwrap_or(0)),
            b"bin" => {
                let length = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            b"par" | b"line" | b"row" => self.text("\n"),
            b"tab" | b"cell" => self.text("\t"),
            b"lquote" => self.text("\u{2018}"),
            b"rquote" => self.text("\u{2019}"),
            b"ldblquote" => self.text("\u{201C}"),
            b"rdblquote" => self.text("\u{201D}"),
            b"bullet" => self.text("\u{2022}"),
            b"endash" => self.text("\u{2013}"),
            b"emdash" => self.text("\u{2014}"),
            _ => {}
        }
    }

    /// The code page of the font that is being described.
    fn font(&mut self, code_page: Option<u32>) {
        if let Some(code_page) = code_page.filter(|_| self.fonts.len() < MAX_FONTS) {
            self.fonts.insert(self.group.font, code_page);
        }
    }

    fn is_heard(&self) -> bool {
        let hidden = self.from_html && self.group.shadow && !self.group.tag;
        !self.group.silent && !hidden
    }

    /// A character of the code page, or a part of one.
    fn byte(&mut self, byte: u8) {
        if self.pass > 0 {
            self.pass -= 1;
        } else if self.is_heard() {
            self.raw.push(byte);
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_heard() {
            self.flush();
            self.out.push_str(text);
        }
    }

    /// A UTF-16 code unit.
    fn unicode(&mut self, unit: u16) {
        if self.is_heard() {
            let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
            if (0xD800..0xDC00).contains(&unit) {
                self.high = Some(unit);
            } else {
                self.flush();
                self.out.push_str(&String::from_utf16_lossy(&units));
            }
        }
        self.pass = self.group.stand_ins;
    }

    fn flush(&mut self) {
        if !self.raw.is_empty() {
            let raw = std::mem::take(&mut self.raw);
            let code_page = self.fonts.get(&self.group.font).unwrap_or(&self.code_page);
            self.out.push_str(&codepage::decode(&raw, *code_page));
        }
    }
}

/// The code page of a font's character set, by the numbers of Windows; those that say nothing are left out.
fn code_page_of(charset: i64) -> Option<u32> {
    Some(match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
