//! What no single word tells, on the command line: with the real encoder, where it is.

use std::fs;

use crate::home::{CLEAN, Home, encoder, rules};
use crate::watch::{Watching, maildir, save};

const SENTENCE: &str = "Milan wil niet meer naar huis als zijn stiefvader er is.";

fn mail() -> String {
    CLEAN.replace("Is er nog krijt in het magazijn?", SENTENCE)
}

#[test]
fn a_sentence_is_found_unless_only_words_are_asked_for() {
    if !encoder().is_file() {
        return;
    }
    let home = Home::new();
    let both = home.run_with_input(&["check", "--format", "json", "-"], mail().as_bytes());
    assert_eq!(both.status, 1, "{both:?}");
    let lines = both.lines();
    let finding = &lines[0]["findings"][0];
    assert_eq!(finding["evidence"][0]["text"], SENTENCE);
    // So sure a sentence is no question.
    assert!(!finding["title"].as_str().unwrap().ends_with('?'), "{finding}");
    let words = home.run_with_input(&["check", "--layer", "rules", "-"], mail().as_bytes());
    assert_eq!(words.status, 0, "{words:?}");
}

#[test]
fn while_watching_sentences_are_told_by_a_second_line_and_resolved_once() {
    if !encoder().is_file() {
        return;
    }
    let home = Home::new();
    let store = maildir(&home);
    let mut watching = Watching::start(&home, "Drafts");
    save(&store, "1.M1.laptop", &mail());
    let first = watching.next();
    assert_eq!(rules(&first), Vec::<&str>::new());
    let second = watching.next();
    assert_eq!(
        (&second["event"], rules(&second)),
        (&"checked".into(), vec!["sensitive-pupil-data"])
    );
    assert_eq!(
        (&second["draft"], &second["message_id"]),
        (&first["draft"], &first["message_id"])
    );

    save(&store, "2.M2.laptop", CLEAN);
    fs::remove_file(store.join("cur/1.M1.laptop:2,DS")).unwrap();
    let third = watching.next();
    assert_eq!(rules(&third), Vec::<&str>::new());
    assert_eq!(
        watching.next()["rules"],
        serde_json::json!(["sensitive-pupil-data"])
    );
    assert_eq!(watching.stop(), Some(0));
}

#[test]
fn doctor_says_when_the_encoder_is_damaged() {
    let home = Home::new();
    let file = home.write("damaged.safetensors", "cut off");
    let mut doctor = home.command(&["doctor", "--format", "json"]);
    let said = doctor.env("MAILWIJS_ENCODER", file).output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    let line = said.lines().find(|line| line.contains("\"sentences\"")).unwrap();
    assert!(
        line.contains("\"bad\"") && line.contains("installeer Mailwijs opnieuw"),
        "{line}"
    );
}
