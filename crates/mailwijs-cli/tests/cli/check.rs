//! `mailwijs check` as scripts meet it.

use crate::home::{CLEAN, Home, PASSWORD, rules};

#[test]
fn a_clean_draft_is_one_line_and_status_0() {
    let home = Home::new();
    home.write("krijt.eml", CLEAN);
    let ran = home.run(&["check", "--format", "json", "krijt.eml"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_finding_is_told_with_its_place_and_status_1() {
    let home = Home::new();
    home.write("aanmelden.eml", PASSWORD);
    let ran = home.run(&["check", "--format", "json", "aanmelden.eml"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    let line = &ran.lines()[0];
    let evidence = &line["findings"][0]["evidence"][0];
    let body = "Dag Joris\n\nHet wachtwoord: Lente2024sj\n\nAn\n";
    let (start, end) = (
        evidence["start"].as_u64().unwrap(),
        evidence["end"].as_u64().unwrap(),
    );
    let slice: String = body
        .chars()
        .skip(start.try_into().unwrap())
        .take((end - start).try_into().unwrap())
        .collect();
    assert_eq!(evidence["text"], slice);
    insta::assert_json_snapshot!(line);
}

#[test]
fn people_read_short_lines() {
    let home = Home::new();
    home.write("drafts/1.eml", CLEAN);
    home.write("drafts/2.eml", PASSWORD);
    let ran = home.run(&["check", "drafts"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_path_that_cannot_be_opened_is_status_2_and_the_others_are_checked() {
    let home = Home::new();
    home.write("krijt.eml", CLEAN);
    let ran = home.run(&["check", "--format", "json", "weg.eml", "krijt.eml"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(ran.lines().len(), 1);
    insta::assert_snapshot!(ran.err);
}

#[test]
fn what_is_no_message_is_a_line_with_an_error() {
    let home = Home::new();
    home.write("leeg.eml", "");
    home.write("foto.eml", (0..=255).cycle().take(4000).collect::<Vec<u8>>());
    for file in ["leeg.eml", "foto.eml"] {
        let ran = home.run(&["check", "--format", "json", file]);
        let line = &ran.lines()[0];
        assert_eq!((ran.status, &line["path"]), (0, &file.into()), "{ran:?}");
        assert!(
            line["error"].as_str().unwrap().contains("geen mailbericht"),
            "{line}"
        );
    }
}

#[test]
fn a_mail_dragged_out_of_outlook_is_checked_like_any_other() {
    let outlook: &[u8] = include_bytes!("../../../../tests/fixtures/outlook/draft-with-attached-message.msg");
    let home = Home::new();
    home.write("Uit Outlook/overleg.msg", outlook);
    home.write("Uit Outlook/aanmelden.eml", PASSWORD);
    home.write("Uit Outlook/stuk.msg", &outlook[..3000]);
    let ran = home.run(&["check", "--format", "json", "Uit Outlook"]);
    let lines = ran.lines();
    let subjects: Vec<_> = lines.iter().map(|line| line["subject"].as_str()).collect();
    assert_eq!(
        (ran.status, subjects),
        (1, vec![Some("Aanmelden"), Some("outer subject"), None])
    );
    assert_eq!(lines[1]["direction"], "draft");
    assert!(
        lines[2]["error"].as_str().unwrap().contains("no Outlook message"),
        "{}",
        lines[2]
    );
    let ran = home.run_with_input(&["check", "--format", "json", "-"], outlook);
    assert_eq!(
        (ran.status, &ran.lines()[0]["subject"]),
        (0, &"outer subject".into())
    );
}

#[test]
fn wrong_use_is_status_2() {
    let home = Home::new();
    assert_eq!(home.run(&["check"]).status, 2);
    assert_eq!(home.run(&["check", "--direction", "sideways", "x"]).status, 2);
    assert_eq!(home.run(&["nonsense"]).status, 2);
}

#[test]
fn standard_input_holds_one_message() {
    let ran = Home::new().run_with_input(&["check", "--format", "json", "-"], PASSWORD.as_bytes());
    assert_eq!((ran.status, rules(&ran.lines()[0])), (1, vec!["password"]));
}

#[test]
fn in_a_chat_plain_text_about_a_pupil_counts() {
    let text = "Noor Claes uit 3B heeft epilepsie.";
    let ran = Home::new().run_with_input(
        &["check", "--channel", "chat", "--format", "json", "-"],
        text.as_bytes(),
    );
    assert_eq!(
        (ran.status, rules(&ran.lines()[0])),
        (1, vec!["sensitive-pupil-data"])
    );
}

#[test]
fn direction_decides_which_rules_look() {
    let home = Home::new();
    let parents = (1..6)
        .map(|n| format!("ouder{n}@familie{n}.example"))
        .collect::<Vec<_>>()
        .join(", ");
    let mail = format!("From: an.peeters@sintjan.example\nTo: {parents}\nSubject: Uitstap\n\nTot morgen.\n");
    home.write("uitstap.eml", mail);
    let rules_of = |direction| {
        let ran = home.run(&[
            "check",
            "--format",
            "json",
            "--direction",
            direction,
            "uitstap.eml",
        ]);
        rules(&ran.lines()[0])
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(rules_of("draft"), ["visible-recipients"]);
    assert_eq!(rules_of("received"), Vec::<String>::new());
}

#[test]
fn a_message_in_an_mbox_is_named_by_file_and_offset() {
    let home = Home::new();
    let mbox =
        format!("From - Sun Nov 22 10:00:00 2026\n{CLEAN}\nFrom - Sun Nov 22 10:01:00 2026\n{PASSWORD}\n");
    let second = mbox.rfind("From - ").unwrap();
    home.write("Drafts", mbox);
    let ran = home.run(&["check", "--format", "json", "Drafts"]);
    let places: Vec<_> = ran
        .lines()
        .iter()
        .map(|line| (line["path"].to_string(), line["offset"].as_u64()))
        .collect();
    assert_eq!(
        places,
        [
            ("\"Drafts\"".to_owned(), Some(0)),
            ("\"Drafts\"".to_owned(), Some(second as u64))
        ]
    );
}

#[test]
fn titles_follow_the_language_asked_for() {
    let home = Home::new();
    home.write("aanmelden.eml", PASSWORD);
    let title = |lang| {
        home.run(&["check", "--format", "json", "--lang", lang, "aanmelden.eml"])
            .lines()[0]["findings"][0]["title"]
            .to_string()
    };
    insta::assert_snapshot!([title("nl"), title("fr"), title("en")].join("\n"));
}

#[test]
fn checking_changes_nothing_in_the_store() {
    let home = Home::new();
    home.write("Mail/cur/1.M1.laptop:2,DS", PASSWORD);
    home.write("Mail/new/2.M2.laptop", CLEAN);
    std::fs::create_dir_all(home.path().join("Mail/tmp")).unwrap();
    let before = listing(&home.path().join("Mail"));
    assert_eq!(home.run(&["check", "Mail"]).status, 1);
    assert_eq!(listing(&home.path().join("Mail")), before);
}

fn listing(dir: &std::path::Path) -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
    let mut files = Vec::new();
    for folder in ["cur", "new", "tmp"] {
        for entry in std::fs::read_dir(dir.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let changed = path.metadata().unwrap().modified().unwrap();
            files.push((path.display().to_string(), std::fs::read(&path).unwrap(), changed));
        }
    }
    files.sort();
    files
}
