//! A whole mail at once: its passages in, scores with their places out.

use mailwijs_detect::{Document, SentenceScore, Span, Topics, passages};

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
            scores.extend(passage.subject_span.zip(subject).map(placed));
            let spans = passage.sentences.into_iter().map(|sentence| sentence.span);
            scores.extend(spans.zip(sentences).map(placed));
        }
        scores
    }
}

fn placed((span, score): (Span, Score)) -> SentenceScore {
    SentenceScore {
        span,
        sensitive: score.sensitive,
        topics: Topics(score.topics),
    }
}
