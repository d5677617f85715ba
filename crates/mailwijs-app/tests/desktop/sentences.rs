//! What no single word tells, from a saved file to the card: with the real encoder.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_app::check::{Channel, Direction};
use mailwijs_app::engine::Engine;
use mailwijs_app::ipc::{KeepReason, NudgeDto, UserAction};
use mailwijs_app::policy::Policy;
use mailwijs_app::sentence_layer::{Reader, SentenceLayer};
use mailwijs_app::watch::EngineCell;
use mailwijs_detect::ClassList;

use crate::desk::{Desk, POLICY};

const SENTENCE: &str = "Milan wil niet meer naar huis als zijn stiefvader er is.";
const OTHER: &str = "Mila wordt elke avond door haar stiefvader geslagen.";

/// The encoder that the environment names, else that of this workspace; `None` where only the sources are.
fn encoder() -> Option<PathBuf> {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/encoder/encoder.safetensors");
    let file = env::var_os("MAILWIJS_ENCODER").map_or(ours, PathBuf::from);
    file.is_file().then_some(file)
}

fn mail(subject: &str, text: &str) -> String {
    format!(
        "From: An Peeters <an.peeters@sintjan.example>\nTo: Joris Maes <joris.maes@sintjan.example>\n\
         Subject: {subject}\n\nDag Joris\n\n{text}\n\nAn\n"
    )
}

fn not_right(card: &NudgeDto) -> UserAction {
    UserAction::Keep {
        draft: card.draft.clone(),
        rule: card.findings[0].rule.clone(),
        reason: KeepReason::NotRight,
    }
}

#[test]
fn a_sentence_without_a_telling_word_is_shown_and_asked_about_unless_it_is_sure() {
    let Some(file) = encoder() else { return };
    let desk = Desk::reading(file);
    desk.save(&mail("Even iets", SENTENCE));
    let card = desk.card();
    let asks = card.severity != "stop";
    assert_eq!(card.title.ends_with('?'), asks, "{card:?}");
    assert_eq!(card.findings[0].rule, "sensitive-pupil-data");
    let begins = if asks {
        "Gaat dit over een leerling? Dan hoort het in"
    } else {
        "Dit hoort niet in een mail, maar in"
    };
    assert!(card.findings[0].message.starts_with(begins), "{card:?}");
    assert_eq!(card.findings[0].evidence[0].text, SENTENCE);
    assert!(desk.app.today().notice.is_none());
}

#[test]
fn saving_it_again_changes_nothing_and_taking_it_out_turns_the_card_green() {
    let Some(file) = encoder() else { return };
    let desk = Desk::reading(file);
    desk.save(&mail("Even iets", SENTENCE));
    desk.card();
    desk.save(&mail("Even iets", &format!("{SENTENCE} Tot maandag!")));
    desk.eventually(|app| app.today().checked == 2);
    assert_eq!(desk.another_card().map(|card| card.title), None);
    desk.save(&mail("Even iets", "Tot maandag!"));
    assert!(desk.card().resolved);
}

#[test]
fn not_right_silences_this_sentence_and_no_other() {
    let Some(file) = encoder() else { return };
    let mut desk = Desk::reading(file);
    desk.save(&mail("Even iets", SENTENCE));
    desk.act(not_right(&desk.card()));
    desk.kept();
    // After a restart no draft is taken for an earlier one: what is silent now is silent because of its words.
    desk.restart();
    desk.save(&mail(
        "Over Milan",
        &format!("Nog even dit. {SENTENCE} Weet jij meer?"),
    ));
    assert_eq!(desk.another_card().map(|card| card.title), None);
    desk.restart();
    desk.save(&mail("Over Mila", OTHER));
    assert_eq!(desk.card().subject, "Over Mila");
}

#[test]
fn a_text_is_read_by_its_sentences_too() {
    let Some(file) = encoder() else { return };
    let desk = Desk::reading(file);
    let said = desk.app.check_text(SENTENCE, "internal").unwrap();
    assert_eq!(said.findings[0].rule, "sensitive-pupil-data");
    assert_eq!(
        Desk::new().app.check_text(SENTENCE, "internal").unwrap().findings,
        []
    );
}

#[test]
fn a_damaged_encoder_is_told_calmly_and_words_still_tell() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("encoder.safetensors");
    std::fs::write(&file, b"cut off").unwrap();
    let desk = Desk::reading(file);
    desk.save(&mail("Even iets", "Noor Claes uit 3B heeft epilepsie."));
    assert_eq!(desk.card().findings[0].evidence[0].text, "epilepsie");
    desk.eventually(|app| {
        app.today()
            .notice
            .is_some_and(|notice| notice.contains("beschadigd"))
    });
    assert!(desk.app.today().problems.is_empty());
}

#[test]
fn without_an_encoder_today_says_so() {
    let notice = Desk::new().app.today().notice.unwrap();
    assert!(notice.contains("niet geïnstalleerd"), "{notice}");
}

#[test]
fn the_weights_are_given_back_when_there_is_nothing_to_read_and_taken_again() {
    let Some(file) = encoder() else { return };
    let cell = EngineCell::new(Engine::new(Policy::parse(POLICY).unwrap(), &ClassList::default()));
    let bytes = mail("Even iets", SENTENCE);
    let examined = cell.get().examine(
        mailwijs_mail::parse(bytes.as_bytes()),
        Direction::Draft,
        Channel::Mail,
    );
    let examined = Arc::new(examined);
    let idle = Duration::from_millis(100);
    let reader = Reader::resting_after(idle, cell, SentenceLayer::at(Some(file)));
    assert!(!reader.is_awake());
    for _ in 0..2 {
        assert_eq!(reader.read_now(&examined).findings.len(), 1);
        let end = Instant::now() + Duration::from_secs(30);
        while reader.is_awake() {
            assert!(Instant::now() < end, "the weights stay in memory");
            thread::sleep(idle);
        }
    }
}
