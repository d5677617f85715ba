use super::*;

pub(super) fn listing(lines: &[&str]) -> Listing {
    let mut listing = Listing::default();
    for line in lines {
        let line = format!("* {line}\r\n");
        listing.learn(&Response::parse(line.as_bytes()).unwrap().1);
    }
    listing
}

fn uids(difference: &Difference) -> (Vec<u32>, &[u32]) {
    let appeared = difference.appeared.iter().map(|(uid, _)| *uid);
    (appeared.collect(), &difference.vanished)
}

const FIRST: &[&str] = &[
    r#"1 FETCH (UID 4 FLAGS (\Draft) RFC822.SIZE 120 INTERNALDATE "22-Nov-2026 10:15:00 +0100")"#,
    r"2 FETCH (UID 7 FLAGS (\Deleted) RFC822.SIZE 99)",
];

#[test]
fn a_first_look() {
    let mut known = Known::default();
    let difference = known.compare(&listing(FIRST), false);
    let mark = Mark {
        size: 120,
        date: "22-Nov-2026 10:15:00 +0100".to_owned(),
        deleted: false,
        draft: true,
    };
    assert_eq!(
        difference.appeared,
        [(4, mark)],
        "what waits to be removed is not there"
    );
    assert_eq!(known.next, 8);
}

#[test]
fn a_draft_saved_again_takes_the_place_of_the_one_before() {
    let mut known = Known::default();
    known.compare(&listing(FIRST), false);
    let saved = known.compare(
        &listing(&[
            r"1 FETCH (UID 4 FLAGS (\Deleted) RFC822.SIZE 120)",
            r"3 FETCH (UID 8 FLAGS () RFC822.SIZE 130)",
        ]),
        false,
    );
    assert_eq!(uids(&saved), (vec![8], &[4][..]));
    let expunged = known.compare(&listing(&[r"1 FETCH (UID 8 FLAGS () RFC822.SIZE 130)"]), false);
    assert_eq!(uids(&expunged), (vec![], &[][..]));
}

#[test]
fn only_changes_are_taken_in_where_the_server_tells_them() {
    let mut known = Known::default();
    known.compare(&listing(FIRST), false);
    let difference = known.compare(
        &listing(&[
            "VANISHED (EARLIER) 4294967295:1",
            r"1 FETCH (UID 9 MODSEQ (33) FLAGS () RFC822.SIZE 1)",
        ]),
        true,
    );
    assert_eq!(uids(&difference), (vec![9], &[4][..]));
    assert_eq!(known.modseq, Some(33));
    assert_eq!(uids(&known.compare(&listing(&[]), true)), (vec![], &[][..]));
}

#[test]
fn what_could_not_be_told_is_told_at_the_next_look() {
    let mut known = Known::default();
    known.compare(&listing(FIRST), false);
    let now = &[r"3 FETCH (UID 8 FLAGS ())", r"4 FETCH (UID 9 FLAGS ())"];
    let difference = known.compare(&listing(now), false);
    assert_eq!(uids(&difference), (vec![8, 9], &[4][..]));
    known.forget(&difference.appeared[1..], &difference.vanished);
    assert_eq!(known.next, 9);
    assert_eq!(uids(&known.compare(&listing(now), false)), (vec![9], &[4][..]));
}

#[test]
fn what_was_told_is_not_told_again_because_something_older_was_not() {
    let mut known = Known::default();
    known.compare(&listing(FIRST), false);
    let now = &[FIRST[0], r"2 FETCH (UID 7 FLAGS ())", r"3 FETCH (UID 3 FLAGS ())"];
    let difference = known.compare(&listing(now), false);
    assert_eq!(uids(&difference), (vec![3, 7], &[][..]));
    known.forget(&difference.appeared, &difference.vanished);
    assert_eq!(uids(&known.compare(&listing(now), false)), (vec![3, 7], &[][..]));
}

#[test]
fn a_change_that_names_no_message_is_not_taken_for_seen() {
    let found = listing(&[
        r"1 FETCH (FLAGS (\Deleted) MODSEQ (50))",
        r"2 FETCH (UID 9 FLAGS () MODSEQ (33))",
    ]);
    assert_eq!(found.modseq, Some(33));
}

#[test]
fn a_mark_that_comes_off_makes_a_message_appear_again() {
    let mut known = Known::default();
    known.compare(&listing(FIRST), false);
    let difference = known.compare(&listing(&[r"2 FETCH (UID 7 FLAGS () RFC822.SIZE 99)"]), true);
    assert_eq!(uids(&difference), (vec![7], &[][..]));
}

#[test]
fn a_change_that_tells_no_size_keeps_the_one_known() {
    let found = listing(&[FIRST[0], r"1 FETCH (UID 4 FLAGS (\Seen))"]);
    assert_eq!(found.marks[&4].size, 120);
    assert_eq!(found.marks[&4].date, "22-Nov-2026 10:15:00 +0100");
}
