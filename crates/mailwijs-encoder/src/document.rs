//! A whole mail at once: its passages in, scores with their places out.

use mailwijs_detect::{Document, SentenceScore, Span, Topics, looks_like_code, passages};

use crate::encoder::{Encoder, Judged, Score, Text};
use crate::memory::Memory;

impl Encoder {
    /// Judges every sentence of a document, and its subject. `memory` saves reading again what did not change.
    pub fn judge_document(&self, document: &Document<'_>, memory: &mut Memory) -> Vec<SentenceScore> {
        let passages = passages(document);
        let texts: Vec<Text<'_>> = passages
            .iter()
            .map(|passage| Text {
                subject: passage.subject,
                sentences: passage.sentences.iter().map(|sentence| sentence.text).collect(),
            })
            .collect();
        let judged = self.judge(&texts, memory);
        let mut scores = Vec::new();
        for (passage, Judged { subject, sentences }) in passages.into_iter().zip(judged) {
            let subject_span = passage.subject_span.zip(subject);
            scores.extend(subject_span.map(|(span, score)| placed(span, passage.subject, score)));
            let read = passage.sentences.into_iter().zip(sentences);
            scores.extend(read.map(|(sentence, score)| placed(sentence.span, sentence.text, score)));
        }
        scores
    }
}

fn placed(span: Span, text: &str, score: Score) -> SentenceScore {
    SentenceScore {
        code: looks_like_code(text),
        span,
        sensitive: score.sensitive,
        password: score.password,
        improper: score.improper,
        topics: Topics(score.topics),
    }
}
