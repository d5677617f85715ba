//! The words of `assets/`, read into patterns with a meaning.

use crate::language;
use crate::matcher::{Hit, Matcher};
use crate::meaning::{Concept, Cue, Meaning, Strength, Topic};
use crate::pattern::{self, Classes, Pattern, PatternError};
use crate::reading::Reading;
use crate::vocabulary::Vocabulary;

/// Lexicon files by language, as in [`LANGUAGES`](crate::language::LANGUAGES): concept, category, strength, pattern, example that
/// fires, example that stays silent.
const LEXICONS: [(usize, &str); 9] = [
    (0, include_str!("../../../assets/lexicon/nl.tsv")),
    (1, include_str!("../../../assets/lexicon/fr.tsv")),
    (2, include_str!("../../../assets/lexicon/en.tsv")),
    (0, include_str!("../../../assets/lexicon/improper-nl.tsv")),
    (1, include_str!("../../../assets/lexicon/improper-fr.tsv")),
    (2, include_str!("../../../assets/lexicon/improper-en.tsv")),
    (0, include_str!("../../../assets/lexicon/colleague-nl.tsv")),
    (1, include_str!("../../../assets/lexicon/colleague-fr.tsv")),
    (2, include_str!("../../../assets/lexicon/colleague-en.tsv")),
];
const MASKS: &str = include_str!("../../../assets/lexicon/masks.tsv");
const CUES: &str = include_str!("../../../assets/lexicon/cues.tsv");
const PERSONS: &str = include_str!("../../../assets/lexicon/persons.tsv");
const IMPROPER_WORDS: &str = include_str!("../../../assets/lexicon/improper-words.tsv");

/// Every pattern and what it means.
pub(crate) struct Lexicon {
    matcher: Matcher,
    meanings: Vec<Meaning>,
}

/// A hit and its meaning.
pub(crate) type Sighting<'l> = (Hit, &'l Meaning);

impl Lexicon {
    /// Reads the embedded files and adds their words to the vocabulary. A row that does not parse is left out; the data test
    /// sees to it that there is none.
    pub fn embedded(vocabulary: &mut Vocabulary) -> Self {
        let (meanings, patterns): (Vec<_>, Vec<_>) = rows()
            .into_iter()
            .filter_map(|row| Some((row.meaning?, row.pattern.ok()?)))
            .unzip();
        let matcher = Matcher::new(&patterns, vocabulary);
        language::add_to(vocabulary);
        Self { matcher, meanings }
    }

    /// Every pattern that matches, in the order of the text. The reading must know the lexicon's vocabulary.
    pub fn sightings(&self, reading: &Reading<'_>) -> Vec<Sighting<'_>> {
        let spoken = language::spoken(&reading.votes);
        self.matcher
            .find(reading)
            .into_iter()
            .filter_map(|hit| self.meanings.get(hit.pattern).map(|meaning| (hit, meaning)))
            .filter(|(_, meaning)| match meaning {
                Meaning::Concept(concept) => spoken.get(concept.language).copied().unwrap_or(true),
                Meaning::Mask | Meaning::Cue(_) => true,
            })
            .collect()
    }
}

/// A line of a data file as it was read.
struct Row {
    meaning: Option<Meaning>,
    pattern: Result<Pattern, PatternError>,
    #[cfg(test)]
    fields: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let classes = classes();
    let row = |fields: Vec<&'static str>, column: usize, meaning: Option<Meaning>| Row {
        meaning,
        pattern: Pattern::parse(fields.get(column).copied().unwrap_or_default(), &classes),
        #[cfg(test)]
        fields,
    };
    let concepts = LEXICONS
        .into_iter()
        .flat_map(|(language, file)| lines(file).map(move |fields| (language, fields)));
    let concepts = concepts.map(|(language, fields)| {
        let meaning = concept(&fields, language).map(Meaning::Concept);
        row(fields, 3, meaning)
    });
    let masks = lines(MASKS).map(|fields| row(fields, 0, Some(Meaning::Mask)));
    let cues = lines(CUES).map(|fields| {
        let cue = fields.first().and_then(|word| Cue::parse(word)).map(Meaning::Cue);
        row(fields, 1, cue)
    });
    concepts.chain(masks).chain(cues).collect()
}

fn concept(fields: &[&'static str], language: usize) -> Option<Concept> {
    let name = *fields.first()?;
    let topics = fields
        .get(1)?
        .split('+')
        .map(Topic::parse)
        .collect::<Option<Vec<_>>>()?;
    let strength = Strength::parse(fields.get(2)?)?;
    Some(Concept {
        language,
        name,
        topics,
        strength,
    })
}

/// Word classes of `persons.tsv` and `improper-words.tsv`.
pub(crate) fn classes() -> Classes {
    let mut classes = Classes::default();
    for fields in lines(PERSONS).chain(lines(IMPROPER_WORDS)) {
        let (Some(&class), Some(&words)) = (fields.first(), fields.get(1)) else {
            continue;
        };
        let phrases = words.split('|').filter_map(|word| pattern::phrase(word).ok());
        classes.entry(class).or_default().extend(phrases);
    }
    classes
}

/// The data lines of a file, cut at tabs: without its header line, comments and blank lines.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .skip(1)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests;
