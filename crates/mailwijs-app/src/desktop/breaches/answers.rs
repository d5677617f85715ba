//! Answers as a window gives them, and back.

use jiff::Timestamp;
use mailwijs_handover::{Answers, BreachPlace, Encrypted, Measure, Topic};

use crate::ipc::AnswersDto;

const PLACES: [(BreachPlace, &str); 6] = [
    (BreachPlace::Mail, "mail"),
    (BreachPlace::Cloud, "cloud"),
    (BreachPlace::TrackingSystem, "tracking-system"),
    (BreachPlace::Paper, "paper"),
    (BreachPlace::Device, "device"),
    (BreachPlace::Other, "other"),
];

const ENCRYPTED: [(Encrypted, &str); 3] = [
    (Encrypted::Yes, "yes"),
    (Encrypted::No, "no"),
    (Encrypted::Unknown, "unknown"),
];

const MEASURES: [(Measure, &str); 5] = [
    (Measure::Recalled, "recalled"),
    (Measure::AskedToDelete, "asked-to-delete"),
    (Measure::ConfirmedDeleted, "confirmed-deleted"),
    (Measure::LinkClosed, "link-closed"),
    (Measure::PasswordChanged, "password-changed"),
];

fn parse<T: Copy>(words: &[(T, &str)], word: &str) -> Option<T> {
    words
        .iter()
        .find(|(_, known)| *known == word)
        .map(|(value, _)| *value)
}

fn word<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> &'static str {
    words
        .iter()
        .find(|(known, _)| known == value)
        .map_or("", |(_, word)| word)
}

/// What a window gave. A word that nobody knows is no answer.
pub fn from_dto(dto: AnswersDto) -> Answers {
    let topics = dto.categories.iter().filter_map(|word| Topic::parse(word));
    Answers {
        what: dto.what,
        happened: dto.happened.and_then(|at| at.parse::<Timestamp>().ok()),
        topics: topics.map(|topic| topic.as_str().to_owned()).collect(),
        people: dto.people,
        recipients: dto.recipients,
        place: parse(&PLACES, &dto.system),
        encrypted: parse(&ENCRYPTED, &dto.encrypted),
        measures: dto
            .measures
            .iter()
            .filter_map(|word| parse(&MEASURES, word))
            .collect(),
    }
}

/// For a window.
pub fn to_dto(answers: &Answers) -> AnswersDto {
    AnswersDto {
        what: answers.what.clone(),
        happened: answers.happened.map(|at| at.to_string()),
        categories: answers.topics().map(|topic| topic.as_str().to_owned()).collect(),
        people: answers.people,
        recipients: answers.recipients,
        system: answers.place.map(place_word).unwrap_or_default().to_owned(),
        encrypted: answers
            .encrypted
            .map(encrypted_word)
            .unwrap_or_default()
            .to_owned(),
        measures: answers
            .measures
            .iter()
            .map(|measure| measure_word(*measure).to_owned())
            .collect(),
    }
}

/// Its word for windows and texts.
pub fn place_word(place: BreachPlace) -> &'static str {
    word(&PLACES, &place)
}

/// Its word for windows and texts.
pub fn encrypted_word(encrypted: Encrypted) -> &'static str {
    word(&ENCRYPTED, &encrypted)
}

/// Its word for windows and texts.
pub fn measure_word(measure: Measure) -> &'static str {
    word(&MEASURES, &measure)
}
