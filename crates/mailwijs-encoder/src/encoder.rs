//! Texts in, scores out.

use std::sync::Arc;

use crate::memory::Memory;
use crate::network::Network;
use crate::vocabulary::Vocabulary;
use crate::weights::{LoadError, Parts, lacks};
use crate::window::{Window, pack};

/// What the heads after the first one tell apart, in the order of the file: the categories of the labelling guide.
pub const TOPICS: [&str; 7] = [
    "family",
    "psychosocial",
    "medical",
    "care",
    "financial",
    "judicial",
    "special",
];

/// What the first head tells of a sentence, in the order of the file: sensitive data, a password, improper language.
pub(crate) const FLAGS: usize = 3;

/// The most pieces that go through the layers together: enough to keep the processor busy, few enough to stay small.
const TOGETHER: usize = 512;

/// The encoder, ready to read. It holds about as much memory as its file is large.
pub struct Encoder {
    vocabulary: Vocabulary,
    network: Network,
}

/// One text of a mail: its sentences, under the mail's subject.
#[derive(Debug, Clone, Default)]
pub struct Text<'a> {
    /// The subject of the mail; may be empty.
    pub subject: &'a str,
    /// The sentences in reading order.
    pub sentences: Vec<&'a str>,
}

/// How sure the encoder is of one sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Log-odds that it shares sensitive data about a pupil.
    pub sensitive: f32,
    /// Log-odds that a password, login code or PIN is written in it.
    pub password: f32,
    /// Log-odds that its writer insults, discriminates, threatens or harasses.
    pub improper: f32,
    /// Log-odds of each of [`TOPICS`], given that it is sensitive.
    pub topics: [f32; TOPICS.len()],
}

/// What was said of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The subject, read together with the text; `None` when it is empty.
    pub subject: Option<Score>,
    /// Each sentence.
    pub sentences: Vec<Score>,
}

impl Encoder {
    /// Takes an encoder out of the bytes of its file.
    ///
    /// # Errors
    /// When the file is damaged or belongs to another version.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        Self::keep(bytes.to_vec())
    }

    /// The same, keeping the bytes instead of copying the weights out of them.
    ///
    /// # Errors
    /// When the file is damaged or belongs to another version.
    pub fn keep(bytes: Vec<u8>) -> Result<Self, LoadError> {
        let bytes = Arc::new(bytes);
        let parts = Parts::open(&bytes)?;
        let pieces = std::str::from_utf8(parts.bytes("pieces")?).map_err(|_| LoadError::Damaged)?;
        let scores = parts.row("scores")?;
        let network = Network::load(&parts, FLAGS, TOPICS.len())?;
        if pieces.split('\n').count() != scores.len() || scores.len() != network.pieces() {
            return Err(lacks("a piece for each word"));
        }
        Ok(Self {
            vocabulary: Vocabulary::new(pieces.split('\n').zip(scores)),
            network,
        })
    }

    /// Reads texts. Windows that `memory` knows are not read again; it knows these afterwards.
    pub fn judge(&self, texts: &[Text<'_>], memory: &mut Memory) -> Vec<Judged> {
        let windows: Vec<Vec<Window>> = texts.iter().map(|text| self.windows(text)).collect();
        let mut fresh: Vec<&Window> = windows
            .iter()
            .flatten()
            .filter(|window| memory.get(window).is_none())
            .collect();
        fresh.dedup();
        for together in in_groups(&fresh) {
            for (window, out) in together.iter().zip(self.network.run(together)) {
                let scores = out.rows().into_iter().filter_map(|row| score(&row.to_vec()));
                memory.put(window, scores.collect());
            }
        }
        memory.turn();
        let judged = texts.iter().zip(&windows);
        judged
            .map(|(text, windows)| judged_text(text, windows, memory))
            .collect()
    }

    fn windows(&self, text: &Text<'_>) -> Vec<Window> {
        let subject = self.vocabulary.encode(text.subject);
        let sentences: Vec<Vec<u32>> = text
            .sentences
            .iter()
            .map(|sentence| self.vocabulary.encode(sentence))
            .collect();
        pack(&subject, &sentences)
    }
}

/// Groups of at most [`TOGETHER`] pieces, at least one window each.
fn in_groups<'s, 'w>(windows: &'s [&'w Window]) -> impl Iterator<Item = &'s [&'w Window]> {
    let mut rest = windows;
    std::iter::from_fn(move || {
        let mut pieces = 0;
        let fit = rest.iter().take_while(|window| {
            pieces += window.pieces.len();
            pieces <= TOGETHER
        });
        let count = fit.count().max(1);
        let (group, after) = rest.split_at_checked(count)?;
        rest = after;
        Some(group)
    })
}

fn score(row: &[f32]) -> Option<Score> {
    let ([sensitive, password, improper], topics) = row.split_first_chunk::<FLAGS>()?;
    Some(Score {
        sensitive: *sensitive,
        password: *password,
        improper: *improper,
        topics: topics.try_into().ok()?,
    })
}

/// Puts the windows of a text together; a sentence of two windows counts as the surer one tells.
fn judged_text(text: &Text<'_>, windows: &[Window], memory: &Memory) -> Judged {
    let mut subject: Option<Score> = None;
    let mut sentences: Vec<Option<Score>> = vec![None; text.sentences.len()];
    for window in windows {
        let Some((head, rest)) = memory.get(window).and_then(<[Score]>::split_first) else {
            continue;
        };
        if !window.subject.is_empty() {
            subject = Some(surer(subject, *head));
        }
        for (kept, score) in sentences.iter_mut().skip(window.first).zip(rest) {
            *kept = Some(surer(*kept, *score));
        }
    }
    Judged {
        subject,
        sentences: sentences
            .into_iter()
            .map(|score| score.unwrap_or(Score::NONE))
            .collect(),
    }
}

fn surer(kept: Option<Score>, new: Score) -> Score {
    let Some(kept) = kept else { return new };
    Score {
        sensitive: kept.sensitive.max(new.sensitive),
        password: kept.password.max(new.password),
        improper: kept.improper.max(new.improper),
        topics: if kept.sensitive >= new.sensitive {
            kept.topics
        } else {
            new.topics
        },
    }
}

impl Score {
    /// Of nothing.
    const NONE: Self = Self {
        sensitive: f32::NEG_INFINITY,
        password: f32::NEG_INFINITY,
        improper: f32::NEG_INFINITY,
        topics: [f32::NEG_INFINITY; TOPICS.len()],
    };

    /// The probability that goes with [`Score::sensitive`], before calibration.
    pub fn probability(&self) -> f32 {
        (1.0 + (-self.sensitive).exp()).recip()
    }
}
