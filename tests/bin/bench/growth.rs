//! How the time grows with the size of texts made to stall an engine: twice the text should take twice the time.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use mailwijs_detect::{Document, Segment};
use mailwijs_mail::Part;
use mailwijs_tests::hostile::TEXTS;
use mailwijs_tests::pipeline::School;

use crate::speed::Speed;

const TOTAL: Duration = Duration::from_millis(300);
const SIZE: usize = 100 * 1024;

/// A row for each text: the time for 100, 200 and 400 KB, and by how much a doubling multiplies it.
pub fn table(school: &School) -> String {
    let mut text = format!(
        "{:<34} {:>9} {:>9} {:>9}   {}\n",
        "hostile text, milliseconds", "100 KB", "200 KB", "400 KB", "growth at each doubling"
    );
    for (name, piece) in TEXTS {
        let [one, two, four] =
            [1, 2, 4].map(|times| median(school, &piece.repeat(times * SIZE / piece.len())));
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{name:<34} {:>9.1} {:>9.1} {:>9.1}   {:.2} {:.2}",
            1e3 * one,
            1e3 * two,
            1e3 * four,
            two / one,
            four / two
        );
    }
    text
}

fn median(school: &School, text: &str) -> f64 {
    let document = Document {
        segments: vec![Segment::own(Part::Body { quoted: false }, text)],
        ..Document::default()
    };
    let speed = Speed::of(text.len(), TOTAL, || {
        black_box(school.detector().detect(black_box(&document)));
    });
    speed.median.as_secs_f64()
}
