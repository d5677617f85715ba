//! The engine behind the tray and the windows, from a saved file to the card and back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod accounts;
mod breaches;
mod cases;
mod clean_up;
mod desk;
mod erasing;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod mailboxes;
#[path = "../../src/desktop/no_keyring.rs"]
mod no_keyring;
mod no_page;
mod scanning;
mod sentences;
#[cfg(unix)]
mod share;

use desk::{Desk, PARENTS_IN_CC, POLICY};
use mailwijs_app::ipc::{HistoryState, KeepReason, RecordDto, UserAction};

#[test]
fn parents_in_cc_bring_up_a_card_that_turns_green_when_they_are_in_bcc() {
    let desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    let card = desk.card();
    assert_eq!(card.title, "4 mensen zien elkaars adres");
    assert_eq!(
        (card.subject.as_str(), card.place.as_str()),
        ("Uitstap Planckendael", "CC")
    );
    assert_eq!(card.findings[0].paragraph.as_ref().unwrap().id, "3.3");
    assert_eq!(card.findings[0].fixes[0].label, "Zet ze in BCC");
    assert_eq!(desk.app.tray().state, "attention");
    desk.save(&PARENTS_IN_CC.replace("Cc:", "Bcc:"));
    let green = desk.card();
    assert!(green.resolved, "{green:?}");
    assert_eq!(green.title, "In orde. Dankjewel!");
    desk.no_card();
    desk.eventually(|app| app.tray().state == "calm");
    assert_eq!(desk.app.today().put_right, 1);
}

#[test]
fn a_clean_draft_brings_up_nothing() {
    let desk = Desk::new();
    desk.save(
        "From: an.peeters@sintjan.example\nTo: joris@sintjan.example\nSubject: Krijt\n\nIs er nog krijt?\n",
    );
    desk.eventually(|app| app.today().checked == 1);
    assert!(desk.app.nudge().is_none());
    assert_eq!(desk.app.tray().state, "calm");
    let watched = desk.app.my_mail().clients;
    assert_eq!(watched[0].stores.len(), 1, "{watched:?}");
    assert!(watched[0].stores[0].last_event.is_some(), "{watched:?}");
}

#[test]
fn not_right_is_remembered_after_a_restart_and_can_be_undone() {
    let mut desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    let card = desk.card();
    let rule = card.findings[0].rule.clone();
    desk.act(UserAction::Keep {
        draft: card.draft,
        rule,
        reason: KeepReason::NotRight,
    });
    assert_eq!(desk.kept().kept, Some(KeepReason::NotRight));
    let silenced = desk.app.today().silenced;
    assert_eq!(
        (silenced.len(), silenced[0].title.as_str()),
        (1, "Zichtbare ontvangers")
    );
    assert_eq!(desk.app.today().history, HistoryState::Keyring);

    desk.restart();
    desk.save(&PARENTS_IN_CC.replace("Uitstap", "Uitstap naar"));
    desk.eventually(|app| app.today().checked == 2);
    assert!(desk.app.nudge().is_none());

    desk.act(UserAction::ForgetSilence { id: silenced[0].id });
    desk.save(&PARENTS_IN_CC.replace("Uitstap", "De uitstap"));
    assert_eq!(desk.card().title, "4 mensen zien elkaars adres");
}

#[test]
fn what_is_kept_by_mistake_is_taken_back_on_the_card_and_leaves_no_trace() {
    let mut desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    let card = desk.card();
    desk.act(UserAction::KeepAll {
        draft: card.draft.clone(),
        reason: KeepReason::NotRight,
    });
    let kept = desk.card();
    assert_eq!((kept.kept, kept.findings.len()), (Some(KeepReason::NotRight), 0));
    assert_eq!(kept.title, "Dankjewel, voortaan zwijg ik in zo'n geval");
    assert_eq!(desk.app.today().silenced.len(), 1);
    assert_eq!(desk.app.today().records[0].not_right, 1);

    desk.act(UserAction::Undo {
        draft: card.draft.clone(),
    });
    assert_eq!(desk.card(), card);
    assert_eq!(desk.app.today().silenced, []);
    let record = &desk.app.today().records[0];
    assert_eq!((record.shown, record.kept, record.not_right), (1, 0, 0));

    // Nor after a restart.
    desk.restart();
    desk.save(PARENTS_IN_CC);
    assert_eq!(desk.card().findings, card.findings);
}

#[test]
fn not_right_for_a_colleague_is_told_again_for_a_stranger() {
    let desk = Desk::new();
    let to_colleague = "From: An Peeters <an.peeters@sintjan.example>\nTo: koen.maes@sintjan.example\n\
        Subject: Lotte\n\nLotte uit 3B heeft suikerziekte.\n";
    desk.save(to_colleague);
    let card = desk.card();
    assert_eq!(card.findings[0].rule, "sensitive-pupil-data");
    desk.act(UserAction::Keep {
        draft: card.draft,
        rule: card.findings[0].rule.clone(),
        reason: KeepReason::NotRight,
    });
    assert_eq!(desk.kept().kept, Some(KeepReason::NotRight));
    desk.save(&to_colleague.replace("Subject: Lotte", "Subject: Vraag"));
    desk.eventually(|app| app.today().checked == 2);
    assert!(desk.app.nudge().is_none());
    desk.save(
        &to_colleague
            .replace("koen.maes@sintjan.example", "info@drukkerij.example")
            .replace("Subject: Lotte", "Subject: Offerte"),
    );
    assert_eq!(desk.card().findings[0].rule, "sensitive-pupil-data");
}

#[test]
fn a_pause_is_quiet_and_what_was_saved_meanwhile_comes_up_after_it() {
    let desk = Desk::new();
    desk.act(UserAction::Pause { minutes: Some(30) });
    desk.save(PARENTS_IN_CC);
    desk.eventually(|app| app.today().checked == 1);
    assert!(desk.app.nudge().is_none());
    assert_eq!(desk.app.tray().state, "paused");
    desk.act(UserAction::Resume);
    assert_eq!(desk.card().subject, "Uitstap Planckendael");
}

#[test]
fn a_policy_that_breaks_leaves_the_last_good_one_in_force_and_says_so() {
    let desk = Desk::new();
    assert_eq!(desk.app.my_mail().policy.school, "Campus Sint-Jan");
    desk.write_policy("format = 1\n[school]\nnaam = \"Weg\"\n");
    desk.eventually(|app| app.my_mail().policy.problem.is_some());
    assert_eq!(desk.app.my_mail().policy.school, "Campus Sint-Jan");
    assert!(
        desk.app.today().problems[0].contains("3:1"),
        "{:?}",
        desk.app.today().problems
    );
    desk.write_policy(&POLICY.replace("Campus Sint-Jan", "Campus Sint-Anna"));
    desk.eventually(|app| app.my_mail().policy.school == "Campus Sint-Anna");
    assert!(
        desk.app.today().problems.is_empty(),
        "{:?}",
        desk.app.today().problems
    );
}

#[test]
fn a_changed_policy_looks_again_at_what_is_open() {
    let desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    desk.card();
    desk.write_policy(&format!(
        "{POLICY}\n[rules.visible-recipients]\nlevel = \"off\"\n"
    ));
    assert!(desk.card().resolved);
    desk.no_card();
}

#[test]
fn without_a_keyring_the_teacher_chooses_and_nothing_is_kept_in_the_clear() {
    let desk = Desk::without_keyring();
    assert_eq!(desk.app.today().history, HistoryState::NeedsChoice);
    assert!(desk.history_files().is_empty());
    desk.save(PARENTS_IN_CC);
    desk.eventually(|app| app.today().checked == 1);
    assert_eq!(desk.app.today().problems, [""; 0], "the choice is asked for once");
    desk.act(UserAction::UnlockHistory {
        passphrase: "appelmoes met kaneel".into(),
    });
    assert_eq!(desk.app.today().history, HistoryState::Passphrase);
    let files = desk.history_files();
    assert!(!files.is_empty());
    assert!(files.iter().all(|bytes| !bytes.starts_with(b"SQLite format 3")));
}

#[test]
fn a_wrong_passphrase_is_told_and_the_history_waits() {
    let mut desk = Desk::without_keyring();
    desk.act(UserAction::UnlockHistory {
        passphrase: "appelmoes".into(),
    });
    desk.restart();
    assert_eq!(desk.app.today().history, HistoryState::Locked);
    let refused = desk
        .app
        .act(UserAction::UnlockHistory {
            passphrase: "perenmoes".into(),
        })
        .unwrap_err();
    assert_eq!(refused.code, "wrong-passphrase");
    assert_eq!(desk.app.today().history, HistoryState::Locked);
    desk.act(UserAction::UnlockHistory {
        passphrase: "appelmoes".into(),
    });
    assert_eq!(desk.app.today().history, HistoryState::Passphrase);
}

#[test]
fn the_card_follows_the_language() {
    let desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    desk.card();
    desk.act(UserAction::SetLanguage { lang: "en".into() });
    assert_eq!(desk.card().title, "4 people can see each other's address");
    assert_eq!(desk.app.today().lang, "en");
}

#[test]
fn sensitive_data_and_many_readers_are_told_as_one_thing() {
    let desk = Desk::new();
    desk.save(&PARENTS_IN_CC.replace(
        "Tot morgen.",
        "Noor Claes uit 3B heeft epilepsie en mag niet mee.",
    ));
    let card = desk.card();
    assert_eq!(card.severity, "stop");
    assert_eq!(card.title, "Gevoelige gegevens, en 4 mensen lezen mee");
    assert_eq!(card.findings.len(), 2);
}

#[test]
fn the_demo_teacher_is_seen_and_leaves_nothing_behind() {
    let desk = Desk::new();
    desk.act(UserAction::StartDemo);
    assert!(desk.app.today().demo);
    let card = desk.card();
    assert!(!card.title.is_empty());
    desk.act(UserAction::StopDemo);
    assert!(!desk.app.today().demo);
    assert!(!desk.demo_folder().exists());
    desk.eventually(|app| app.nudge().is_none());
}

#[test]
fn ending_the_app_takes_the_demo_along() {
    let desk = Desk::new();
    desk.act(UserAction::StartDemo);
    assert!(desk.demo_folder().exists());
    desk.app.clone().stop();
    assert!(!desk.demo_folder().exists());
}

#[test]
fn the_fix_without_a_mail_client_hands_over_a_link_with_everyone_in_bcc() {
    let desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    let card = desk.card();
    let (draft, rule) = (card.draft, card.findings[0].rule.clone());
    let outcome = desk.act(UserAction::Fix {
        draft,
        rule,
        fix: "move-to-bcc".into(),
    });
    let link = outcome.open.unwrap();
    assert!(
        link.starts_with("mailto:?") && link.contains("bcc=") && !link.contains("&cc="),
        "{link}"
    );
    assert!(outcome.message.contains("verbeterde mail"), "{}", outcome.message);
}

/// Another mail to other parents.
fn about(subject: &str) -> String {
    let other = PARENTS_IN_CC
        .replace("familie", &subject.to_lowercase())
        .replace("Uitstap Planckendael", subject);
    other.replace(
        "Tot morgen.",
        &format!("Hierbij alles over {subject}, met uur en plaats."),
    )
}

#[test]
fn three_times_kept_as_it_is_offers_to_be_quieter_and_the_answer_holds() {
    let mut desk = Desk::new();
    for subject in ["Uitstap", "Zwemles", "Schoolfeest"] {
        desk.remove_drafts();
        desk.save(&about(subject));
        let card = desk.card();
        let rule = card.findings[0].rule.clone();
        desk.act(UserAction::Keep {
            draft: card.draft,
            rule,
            reason: KeepReason::Fine,
        });
        desk.kept();
    }
    let offer = desk.app.today().quieter_offer.unwrap();
    assert_eq!(
        (offer.rule.as_str(), offer.title.as_str()),
        ("visible-recipients", "Zichtbare ontvangers")
    );
    desk.act(UserAction::SetQuieter {
        rule: offer.rule.clone(),
        quieter: true,
    });
    assert!(desk.app.today().quieter_offer.is_none());
    desk.restart();
    let quieter = |rule: &RecordDto| rule.quieter && !rule.offers_quiet && rule.rule == offer.rule;
    assert!(desk.app.today().records.iter().any(quieter));
    desk.remove_drafts();
    desk.save(&about("Sportdag"));
    desk.eventually(|app| {
        app.tray()
            .attention
            .iter()
            .any(|draft| draft.subject == "Sportdag" && draft.severity == "info")
    });
    assert!(desk.app.nudge().is_none());
}

#[test]
fn a_text_for_a_chat_is_checked_without_keeping_it() {
    let desk = Desk::new();
    let said = desk
        .app
        .check_text("Noor Claes uit 3B heeft epilepsie.", "chat")
        .unwrap();
    assert_eq!(said.findings[0].rule, "sensitive-pupil-data");
    assert_eq!(said.findings[0].evidence[0].text, "epilepsie");
    assert!(!said.advice.is_empty());
    assert_eq!(desk.app.check_text("Tot morgen!", "chat").unwrap().findings, []);
    assert_eq!(desk.app.today().checked, 0);
    assert_eq!(
        desk.app.check_text("Tot morgen!", "duif").unwrap_err().code,
        "unknown-action"
    );
}

#[test]
fn the_sentence_that_does_not_belong_is_taken_out_of_the_text() {
    let desk = Desk::new();
    let parent = "Cc: ouder1@familie-a.example\n";
    let (head, _) = PARENTS_IN_CC.split_once("Cc:").unwrap();
    desk.save(&format!(
        "{head}{parent}Subject: Uitstap\n\nDag. Noor Claes uit 3B heeft epilepsie. Tot morgen!\n"
    ));
    let card = desk.card();
    let (draft, rule) = (card.draft, card.findings[0].rule.clone());
    let outcome = desk.act(UserAction::Fix {
        draft,
        rule,
        fix: "replace-sentence".into(),
    });
    assert_eq!(
        outcome.clipboard.as_deref(),
        Some("Dag. (zie Smartschool) Tot morgen!")
    );
}

#[test]
fn a_school_account_that_no_mail_client_has_is_told() {
    let desk = Desk::new();
    desk.save(PARENTS_IN_CC);
    let card = desk.card();
    let (draft, rule) = (card.draft, card.findings[0].rule.clone());
    let refused = desk
        .app
        .act(UserAction::Fix {
            draft,
            rule,
            fix: "use-school-account".into(),
        })
        .unwrap_err();
    assert_eq!(refused.code, "no-school-account");
    assert_eq!(desk.app.nudge().unwrap().title, "4 mensen zien elkaars adres");
}
