//! `mailwijs policy …` as an ICT coordinator meets it.

use crate::home::{Home, PASSWORD, rules};

#[test]
fn a_new_policy_is_a_good_one_and_is_never_overwritten() {
    let home = Home::new();
    for template in ["vlaams", "nederlands"] {
        let file = format!("{template}.toml");
        assert_eq!(
            home.run(&["policy", "new", "--template", template, &file]).status,
            0
        );
        assert_eq!(home.run(&["policy", "check", &file]).status, 0);
        assert_eq!(home.run(&["policy", "new", &file]).status, 2);
    }
}

#[test]
fn a_new_policy_can_be_made_for_a_tracking_system() {
    let home = Home::new();
    let made = |arguments: &[&str]| {
        let ran = home.run(&[&["policy", "new"], arguments, &["-"]].concat());
        assert_eq!(ran.status, 0, "{ran:?}");
        ran.out
    };
    let magister = made(&["--system", "magister"]);
    assert!(
        magister.contains("country = \"NL\""),
        "the template of its country"
    );
    assert!(magister.contains("name = \"Magister\"") && magister.contains("https://JOUWSCHOOL.magister.net"));
    assert!(made(&["--system", "SMARTSCHOOL"]).contains("country = \"BE\""));
    assert!(made(&["--system", "ESIS", "--template", "vlaams"]).contains("country = \"BE\""));
    assert_eq!(home.run(&["policy", "new", "--system", "wisa", "-"]).status, 2);

    home.write("school.toml", &magister);
    let checked = home.run(&["policy", "check", "school.toml"]);
    assert_eq!(checked.status, 2);
    assert!(checked.out.contains("JOUWSCHOOL"), "{checked:?}");
    home.write("school.toml", magister.replace("JOUWSCHOOL", "delinde"));
    assert_eq!(home.run(&["policy", "check", "school.toml"]).status, 0);
}

#[test]
fn mistakes_are_told_with_line_and_column() {
    let home = Home::new();
    home.write("school.toml", "format = 1\n\n[school]\nnaam = \"Sint-Jan\"\ncountry = \"BE\"\n\n[rules.pasword]\nlevel = \"loud\"\n");
    let ran = home.run(&["policy", "check", "school.toml"]);
    assert_eq!(ran.status, 2);
    insta::assert_snapshot!(ran.out);
    let json = home.run(&[
        "policy",
        "check",
        "--format",
        "json",
        "--lang",
        "en",
        "school.toml",
    ]);
    assert_eq!(
        (&json.lines()[2]["line"], &json.lines()[2]["column"]),
        (&4.into(), &1.into())
    );
}

#[test]
fn a_broken_policy_never_means_no_rules() {
    let home = Home::new();
    home.write("school.toml", "format = ");
    home.write("mail.eml", PASSWORD);
    let ran = home.run(&["check", "--policy", "school.toml", "mail.eml"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
    assert!(ran.err.contains("school.toml"), "{ran:?}");
}

#[test]
fn a_rule_that_is_off_is_silent() {
    let home = Home::new();
    let template = home.run(&["policy", "new", "-"]).out;
    let (before, rule) = template.split_once("[rules.password]").unwrap();
    let edited = format!(
        "{before}[rules.password]{}",
        rule.replacen("\"stop\"", "\"off\"", 1)
    );
    home.write("school.toml", edited);
    home.write("mail.eml", PASSWORD);
    let ran = home.run(&["check", "--policy", "school.toml", "--format", "json", "mail.eml"]);
    assert_eq!((ran.status, rules(&ran.lines()[0])), (0, vec![]));
}

#[test]
fn what_is_signed_verifies_until_it_is_changed() {
    let home = Home::new();
    home.run(&["policy", "new", "school.toml"]);
    assert_eq!(
        home.run_with_input(&["policy", "keygen", "sleutel"], b"geheim\n")
            .status,
        0
    );
    let signed = home.run_with_input(
        &["policy", "sign", "--key", "sleutel.key", "school.toml"],
        b"geheim\n",
    );
    assert_eq!(signed.status, 0, "{signed:?}");
    assert_eq!(
        home.run(&["policy", "verify", "--public-key", "sleutel.pub", "school.toml"])
            .status,
        0
    );
    let text = std::fs::read_to_string(home.path().join("school.toml")).unwrap();
    home.write("school.toml", text + "\n# veranderd\n");
    let ran = home.run(&["policy", "verify", "--public-key", "sleutel.pub", "school.toml"]);
    assert_eq!(ran.status, 2);
    assert!(!ran.err.is_empty());
}

#[test]
fn an_installation_that_trusts_a_key_takes_only_signed_policies() {
    let home = Home::new();
    home.run(&["policy", "new", ".config/mailwijs/policy.toml"]);
    home.write("mail.eml", PASSWORD);
    assert_eq!(home.run(&["check", "mail.eml"]).status, 1);
    home.run_with_input(&["policy", "keygen", ".config/mailwijs/policy"], b"geheim\n");
    assert_eq!(home.run(&["check", "mail.eml"]).status, 2);
    let policy = ".config/mailwijs/policy.toml";
    home.run_with_input(
        &["policy", "sign", "--key", ".config/mailwijs/policy.key", policy],
        b"geheim\n",
    );
    assert_eq!(home.run(&["check", "mail.eml"]).status, 1);
}

#[test]
fn show_prints_a_policy_that_loads() {
    let home = Home::new();
    home.write("shown.toml", home.run(&["policy", "show"]).out);
    let ran = home.run(&["policy", "check", "shown.toml"]);
    assert_eq!(ran.status, 0, "{ran:?}");
}

#[test]
fn the_schema_is_json_and_names_every_rule() {
    let schema: serde_json::Value =
        serde_json::from_str(&Home::new().run(&["policy", "schema"]).out).unwrap();
    let text = schema.to_string();
    for rule in ["visible-recipients", "sensitive-pupil-data", "photo-consent"] {
        assert!(text.contains(rule), "{rule}");
    }
}
