//! The rules stay as good on the labelled corpus as `tests/corpus/baseline.toml` says, and the labels are well-formed.

use mailwijs_tests::Error;
use mailwijs_tests::baseline::Baseline;
use mailwijs_tests::corpus::Corpus;
use mailwijs_tests::figures::Outcome;
use mailwijs_tests::pipeline::School;

#[test]
fn no_figure_falls_by_more_than_a_point() -> Result<(), Error> {
    let corpus = Corpus::own()?;
    let outcomes = Outcome::as_accepted(School::of_the_corpus, &corpus.parts)?;
    let difference = Baseline::read()?.compare(&Baseline::of(&outcomes));
    assert!(
        difference.fallen.is_empty(),
        "\n{}\n\nworse:\n{}\n\nbetter:\n{}\n\nWhen that is meant: cargo xtask eval --accept",
        difference.fallen.join("\n"),
        difference.worse.join("\n"),
        difference.better.join("\n")
    );
    Ok(())
}
