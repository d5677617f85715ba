use mailwijs_mail::parse;

use super::*;

fn learned(mails: &[&str]) -> Circles {
    let mut circles = Circles::default();
    for (number, to) in mails.iter().enumerate() {
        let headers = format!("From: ik@x.example\r\nTo: {to}\r\nMessage-ID: <{number}@x.example>\r\n\r\n");
        circles.learn(&parse(headers.as_bytes()));
    }
    circles
}

fn ids(circles: &Circles, emails: &[&str]) -> Vec<Option<Id>> {
    let address = |email: &&str| Address {
        name: String::new(),
        email: (*email).to_owned(),
    };
    emails.iter().map(|email| circles.id(&address(email))).collect()
}

#[test]
fn a_mail_is_learned_once() {
    let mail = parse(b"From: ik@x.example\r\nTo: an@x.example, ik@x.example\r\nMessage-ID: <1@x>\r\n\r\n");
    let mut circles = Circles::default();
    circles.learn(&mail);
    circles.learn(&mail);
    assert_eq!(circles.mails(), 1);
    assert_eq!(ids(&circles, &["an@x.example", "ik@x.example"]), [Some(0), None]);
}

#[test]
fn a_mail_is_not_judged_by_itself_or_by_later_ones() {
    let mut circles = Circles::default();
    for (day, to) in [
        ("1", "an@x.example, tom@x.example"),
        ("9", "an@x.example, els@x.example"),
    ] {
        let text = format!(
            "From: ik@x.example\r\nTo: {to}\r\nDate: Mon, {day} Nov 2026 08:00:00 +0100\r\nMessage-ID: <{day}@x>\r\n\r\n"
        );
        circles.learn(&parse(text.as_bytes()));
    }
    let readers = ids(&circles, &["an@x.example", "tom@x.example", "els@x.example"]);
    let at = |day: &str, name: &str| {
        let text = format!(
            "From: ik@x.example\r\nDate: Mon, {day} Nov 2026 09:00:00 +0100\r\nMessage-ID: <{name}@x>\r\n\r\n"
        );
        circles.standing(&readers, Some(&parse(text.as_bytes()))).times
    };
    assert_eq!(at("10", "new"), [2, 1, 1]);
    assert_eq!(at("5", "new"), [1, 1, 0]);
    assert_eq!(at("10", "9"), [1, 1, 0]);
}

#[test]
fn the_odd_one_out_is_the_one_in_the_least_company() {
    let mut mails = vec!["an@x.example, tom@x.example, els@x.example"; 6];
    mails.extend(["jef@x.example"; 9]);
    let circles = learned(&mails);
    let standing = circles.standing(
        &ids(
            &circles,
            &["an@x.example", "jef@x.example", "tom@x.example", "els@x.example"],
        ),
        None,
    );
    let odd = standing.odd().unwrap();
    assert_eq!(odd.reader, 1);
    assert_eq!(standing.circle_without(1), 3);
    // Six mails to each of three pairs, and a quarter of six to each of the three.
    assert!((odd.score - 22.5).abs() < 0.01, "{}", odd.score);
}

#[test]
fn who_left_the_company_long_ago_belongs_less_than_who_joined_it() {
    let mut mails = vec!["an@x.example, tom@x.example, els@x.example"; 40];
    mails.extend(["an@x.example, tom@x.example, jef@x.example"; 30]);
    let circles = learned(&mails);
    let mail = parse(b"From: ik@x.example\r\nTo: an@x.example, els@x.example\r\nCc: jef@x.example\r\nBcc: an@y.example\r\n\r\n");
    assert_eq!(circles.least_expected(&mail), Some(1));
    let alone = parse(b"From: ik@x.example\r\nTo: an@x.example\r\nBcc: jef@x.example\r\n\r\n");
    assert_eq!(circles.least_expected(&alone), None);
}

#[test]
fn who_often_writes_to_new_company_hears_less() {
    let steady = learned(&["an@x.example, tom@x.example"; 100]);
    let company: Vec<String> = (0..100)
        .map(|number| format!("an@x.example, tom@x.example, nieuw{number}@x.example"))
        .collect();
    let changing = learned(&company.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(
        changing.bar() > steady.bar() * 2.0,
        "{} {}",
        changing.bar(),
        steady.bar()
    );
}

#[test]
fn a_long_list_is_no_circle() {
    let list: Vec<String> = (0..30).map(|number| format!("ouder{number}@x.example")).collect();
    let circles = learned(&[&list.join(", ")]);
    let readers = ids(&circles, &["ouder1@x.example", "ouder2@x.example"]);
    let standing = circles.standing(&readers, None);
    assert_eq!((standing.times(0), standing.pair(0, 1)), (1, 0));
}
