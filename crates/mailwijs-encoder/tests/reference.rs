//! The product reads as the model was trained: same pieces, same logits but for the rounding to 8 bits.
#![expect(
    clippy::unwrap_used,
    reason = "a missing or damaged file should stop the test"
)]

use std::fs;
use std::path::Path;

use mailwijs_encoder::{Encoder, Memory, Text};
use serde::Deserialize;

/// A text and what the trained model said of it at full precision.
#[derive(Deserialize)]
struct Reference {
    subject: String,
    sentences: Vec<String>,
    /// The subject's, then each sentence's: sensitive, password, improper, then the topics.
    logits: Vec<Vec<f32>>,
}

/// How far 8-bit weights may lead away, in log-odds.
const ROUNDING: f32 = 0.6;

fn encoder() -> Encoder {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/encoder/encoder.safetensors");
    Encoder::load(&fs::read(file).unwrap()).unwrap()
}

fn references() -> Vec<Reference> {
    serde_json::from_str(include_str!("reference.json")).unwrap()
}

#[test]
fn says_what_the_trained_model_said() {
    let encoder = encoder();
    for reference in references() {
        let text = Text {
            subject: &reference.subject,
            sentences: reference.sentences.iter().map(String::as_str).collect(),
        };
        let judged = encoder.judge(&[text], &mut Memory::default()).remove(0);
        let said = judged.subject.iter().chain(&judged.sentences);
        let wanted = reference
            .logits
            .iter()
            .skip(usize::from(reference.subject.is_empty()));
        for (said, wanted) in said.zip(wanted) {
            for (said, wanted) in [said.sensitive, said.password, said.improper].iter().zip(wanted) {
                assert!(
                    (said - wanted).abs() < ROUNDING,
                    "{}: {said} instead of {wanted}",
                    reference.subject
                );
            }
        }
        assert_eq!(judged.sentences.len(), reference.sentences.len());
    }
}

#[test]
fn what_was_read_before_is_not_read_again_and_says_the_same() {
    let encoder = encoder();
    let mut memory = Memory::default();
    let text = Text {
        subject: "Vrijdag",
        sentences: vec!["Dag Els,", "Neem jij de turnzak mee?"],
    };
    let first = encoder.judge(std::slice::from_ref(&text), &mut memory);
    let known = memory.len();
    assert_eq!(encoder.judge(&[text], &mut memory), first);
    assert_eq!(memory.len(), known);
}

#[test]
fn a_damaged_file_is_refused() {
    for bytes in [&b""[..], b"{}", &[255; 64]] {
        assert!(Encoder::load(bytes).is_err());
    }
}
