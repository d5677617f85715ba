//! A case, from the nudge to the last byte.
#![expect(clippy::unwrap_used, reason = "times in tests are valid")]

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use mailwijs_detect::Category;
use mailwijs_handover::{
    Case, CopyId, End, FiledIn, Kin, Look, MailId, PlaceId, Route, Seen, SourceId, Stand, Step, StepState,
};
use proptest::prelude::*;

const HOME: SourceId = SourceId(1);
const SERVER: SourceId = SourceId(2);
/// A folder on the server that does not open.
const SHARED: PlaceId = PlaceId(5);
const MAIL: MailId = MailId(7);
const ANSWER: MailId = MailId(8);

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + minute * 60).unwrap()
}

fn begun() -> Case {
    Case::open(at(0), &[Category::Medical], at(1000))
}

/// Filed by the teacher, and nothing deleted yet.
fn filed() -> Case {
    let mut case = begun();
    case.choose(Route::Myself);
    case.hand();
    case.file(FiledIn::System, at(1));
    case
}

fn copy(id: u64, stand: Stand) -> Seen {
    Seen {
        copy: CopyId(id),
        mail: MAIL,
        source: HOME,
        kin: Kin::Same,
        stand,
        in_trash: stand == Stand::Trash,
    }
}

fn answer(id: u64, stand: Stand) -> Seen {
    Seen {
        mail: ANSWER,
        kin: Kin::Conversation,
        ..copy(id, stand)
    }
}

fn look(minute: i64, seen: &[Seen]) -> Look {
    Look {
        at: at(minute),
        seen: seen.to_vec(),
        covered: BTreeSet::from([HOME, SERVER]),
        unread: BTreeSet::new(),
        closed: BTreeMap::new(),
    }
}

/// Everything was read but the folder that does not open.
fn closed(minute: i64, seen: &[Seen]) -> Look {
    Look {
        closed: BTreeMap::from([(SHARED, SERVER)]),
        ..look(minute, seen)
    }
}

fn blind(minute: i64, seen: &[Seen], unread: SourceId) -> Look {
    Look {
        unread: BTreeSet::from([unread]),
        ..look(minute, seen)
    }
}

fn states(case: &Case) -> String {
    let word = |state| match state {
        StepState::Done => 'x',
        StepState::Now => '>',
        StepState::Locked => '-',
    };
    case.steps().into_iter().map(|(_, state)| word(state)).collect()
}

#[test]
fn each_step_ticks_when_it_is_true_and_in_order() {
    let mut case = begun();
    case.look(&look(0, &[copy(1, Stand::Live)]));
    assert_eq!(states(&case), ">------");
    case.choose(Route::Myself);
    assert_eq!(states(&case), "x>-----");
    case.hand();
    assert_eq!(states(&case), "xx>----");
    case.file(FiledIn::System, at(1));
    assert_eq!(states(&case), "xxx>---");
    case.look(&look(2, &[copy(1, Stand::Bytes), copy(2, Stand::Trash)]));
    assert_eq!(states(&case), "xxxx>--");
    case.look(&look(3, &[copy(1, Stand::Bytes)]));
    assert_eq!(states(&case), "xxxxx>-");
    case.look(&look(4, &[]));
    assert_eq!(states(&case), "xxxxxxx");
    assert_eq!(case.end(), Some(End::Done(at(4))));
    assert_eq!(case.deleted(), 1, "the way through the trash is one deletion");
}

#[test]
fn deleting_before_it_is_filed_ticks_nothing() {
    let mut case = begun();
    case.choose(Route::Colleague);
    case.look(&look(1, &[]));
    assert_eq!(states(&case), "x>-----");
    case.file(FiledIn::Colleague, at(2));
    assert_eq!(
        case.end(),
        Some(End::Done(at(2))),
        "and then everything holds at once"
    );
}

#[test]
fn deleting_one_of_three_copies_does_not_tick() {
    let mut case = filed();
    let three = [copy(1, Stand::Live), copy(2, Stand::Live), copy(3, Stand::Live)];
    case.look(&look(2, &three));
    case.look(&look(3, &three[1..]));
    assert_eq!(case.step(), Step::Delete);
    case.look(&look(4, &three[2..]));
    assert_eq!(case.step(), Step::Delete);
    case.look(&look(5, &[]));
    assert_eq!(case.step(), Step::Done);
    assert_eq!(case.deleted(), 3);
}

#[test]
fn two_in_one_folder_are_gone_when_both_are() {
    let mut case = filed();
    case.look(&look(2, &[copy(1, Stand::Live), copy(1, Stand::Live)]));
    case.look(&look(3, &[copy(1, Stand::Bytes), copy(1, Stand::Live)]));
    assert_eq!(case.step(), Step::Delete);
    case.look(&look(4, &[copy(1, Stand::Bytes)]));
    assert_eq!(case.step(), Step::Gone);
}

#[test]
fn what_comes_back_from_the_trash_unticks() {
    let mut case = filed();
    case.look(&look(2, &[copy(2, Stand::Trash)]));
    assert_eq!(case.step(), Step::Trash);
    case.look(&look(3, &[copy(1, Stand::Live)]));
    assert_eq!(case.step(), Step::Delete);
}

#[test]
fn a_second_delivery_reopens_what_was_done() {
    let mut case = filed();
    case.look(&look(2, &[]));
    assert!(case.end().is_some());
    case.look(&look(500, &[copy(9, Stand::Live)]));
    assert!(case.is_reopened());
    assert_eq!(
        states(&case),
        "xxx>---",
        "it is in already: only deleting is left"
    );
    case.look(&look(501, &[]));
    assert_eq!(case.end(), Some(End::Done(at(501))));
    assert!(!case.is_reopened());
}

#[test]
fn what_cannot_be_looked_into_does_not_count_as_gone() {
    let mut case = filed();
    let there = Seen {
        source: SERVER,
        ..copy(1, Stand::Live)
    };
    case.look(&look(2, &[there, copy(2, Stand::Live)]));
    case.look(&blind(3, &[], SERVER));
    assert_eq!(
        case.step(),
        Step::Delete,
        "the copy on the server may still be there"
    );
    assert_eq!(case.deleted(), 1, "the other one is gone");
    case.look(&look(4, &[]));
    assert_eq!(case.step(), Step::Done);
}

#[test]
fn an_account_that_is_no_longer_there_proves_nothing() {
    let mut case = filed();
    let there = Seen {
        source: SERVER,
        ..copy(1, Stand::Live)
    };
    case.look(&look(2, &[there]));
    let without = Look {
        covered: BTreeSet::from([HOME]),
        ..look(3, &[])
    };
    case.look(&without);
    assert_eq!(case.step(), Step::Delete);
}

#[test]
fn nothing_ticks_before_everything_was_looked_at_once() {
    let mut case = filed();
    case.look(&blind(2, &[], SERVER));
    assert_eq!(case.step(), Step::Delete);
    case.look(&look(3, &[]));
    assert_eq!(case.step(), Step::Done);
}

#[test]
fn a_folder_that_never_opens_keeps_it_open_until_the_teacher_says_that_no_copy_is_in_it() {
    let mut case = filed();
    let there = Seen {
        source: SERVER,
        ..copy(1, Stand::Live)
    };
    case.look(&closed(2, &[there, copy(2, Stand::Live)]));
    case.look(&closed(3, &[]));
    assert_eq!(case.step(), Step::Delete, "it may have been moved there");
    assert_eq!(case.deleted(), 1, "the other store was read");
    case.say_no_copy_in(SHARED, SERVER, at(4));
    case.look(&closed(4, &[]));
    assert_eq!(case.end(), Some(End::Done(at(4))));
    assert_eq!(case.said().collect::<Vec<_>>(), [at(4)], "and that stays noted");
    case.look(&closed(5, &[]));
    assert_eq!(case.said().count(), 1);
}

#[test]
fn what_the_teacher_says_of_one_folder_holds_for_no_other() {
    let mut case = filed();
    case.say_no_copy_in(PlaceId(6), SERVER, at(1));
    case.look(&closed(2, &[]));
    assert_eq!(case.step(), Step::Delete);
    case.say_no_copy_in(SHARED, SERVER, at(3));
    let also_unread = Look {
        unread: BTreeSet::from([HOME]),
        ..closed(3, &[])
    };
    case.look(&also_unread);
    assert_eq!(
        case.step(),
        Step::Delete,
        "what passes is no place that never opens"
    );
}

#[test]
fn what_the_teacher_takes_back_proves_nothing_any_more() {
    let mut case = filed();
    case.say_no_copy_in(SHARED, SERVER, at(1));
    case.look(&closed(2, &[]));
    assert!(case.end().is_some());
    case.unsay_no_copy_in(SHARED, at(3));
    assert_eq!((case.end(), case.step()), (None, Step::Delete));
    case.look(&closed(4, &[]));
    assert_eq!(case.step(), Step::Delete);
}

#[test]
fn of_a_folder_that_opens_again_nobody_has_to_say_anything() {
    let mut case = filed();
    case.say_no_copy_in(SHARED, SERVER, at(1));
    case.look(&closed(2, &[]));
    case.look(&blind(3, &[], SERVER));
    assert_eq!(case.said().count(), 1, "a server that is away opened nothing");
    let in_it = Seen {
        source: SERVER,
        ..copy(3, Stand::Live)
    };
    case.look(&look(4, &[in_it]));
    assert!(case.is_reopened(), "there was one after all");
    assert_eq!(case.said().count(), 0);
    case.look(&closed(5, &[]));
    assert_eq!(case.step(), Step::Delete, "closed again, and asked about again");
}

#[test]
fn a_case_that_was_kept_before_there_were_such_places_is_taken_up() {
    let case = filed();
    let before = case.save().replace(",\"said\":{}", "");
    assert_ne!(before, case.save());
    assert_eq!(Case::restore(&before), Ok(case));
}

#[test]
fn no_step_ticks_by_a_look_that_did_not_see_everything() {
    let mut case = filed();
    case.look(&look(2, &[copy(1, Stand::Live), copy(2, Stand::Bytes)]));
    // It goes to a trash that is being written just now, where bytes of it stood already.
    case.look(&blind(3, &[copy(1, Stand::Bytes), copy(2, Stand::Bytes)], HOME));
    assert_eq!(states(&case), "xxx>---");
    case.look(&look(4, &[copy(1, Stand::Bytes), copy(2, Stand::Trash)]));
    assert_eq!(states(&case), "xxxx>--");
    case.look(&blind(5, &[copy(1, Stand::Bytes), copy(2, Stand::Bytes)], SERVER));
    assert_eq!(states(&case), "xxxx>--", "what ticked before stays so");
    case.look(&blind(6, &[copy(1, Stand::Live)], SERVER));
    assert_eq!(states(&case), "xxx>---", "what comes back unticks all the same");
    case.look(&look(7, &[copy(1, Stand::Bytes)]));
    assert_eq!(states(&case), "xxxxx>-");
}

#[test]
fn a_mail_that_may_have_gone_where_nobody_can_look_is_not_done_with() {
    let mut case = filed();
    case.look(&look(2, &[copy(1, Stand::Live)]));
    case.look(&blind(3, &[], SERVER));
    assert_eq!((case.step(), case.deleted()), (Step::Delete, 1));
    let there = Seen {
        source: SERVER,
        ..copy(2, Stand::Live)
    };
    case.look(&look(4, &[there]));
    assert_eq!(case.step(), Step::Delete);
    case.look(&look(5, &[]));
    assert_eq!(case.end(), Some(End::Done(at(5))));
}

#[test]
fn a_case_that_an_older_version_kept_stands_where_it_stood() {
    let mut case = filed();
    case.look(&look(2, &[copy(1, Stand::Trash)]));
    let kept = case.save().replace(",\"unsure\":null", "");
    assert!(!kept.contains("unsure"), "{kept}");
    assert_eq!(Case::restore(&kept), Ok(case));
}

#[test]
fn a_look_that_shows_nothing_new_changes_nothing() {
    let mut case = filed();
    case.look(&look(2, &[copy(1, Stand::Live)]));
    let kept = case.save();
    case.look(&look(3, &[copy(1, Stand::Live)]));
    assert_eq!(case.save(), kept, "it would be written down at every look");
}

#[test]
fn an_answer_has_to_go_unless_the_teacher_lets_it_stay() {
    let mut case = filed();
    case.look(&look(2, &[answer(5, Stand::Live)]));
    assert_eq!(case.step(), Step::Delete);
    case.stays(ANSWER, true, at(3));
    assert_eq!(case.end(), Some(End::Done(at(3))));
    case.stays(ANSWER, false, at(4));
    assert_eq!(case.step(), Step::Delete);
    case.stays(MAIL, true, at(5));
    case.look(&look(6, &[copy(1, Stand::Live)]));
    assert_eq!(case.step(), Step::Delete, "the mail itself never stays");
}

#[test]
fn somebody_who_says_thank_you_reopens_nothing() {
    let mut case = filed();
    case.look(&look(2, &[]));
    case.look(&look(3, &[answer(5, Stand::Live)]));
    assert!(case.end().is_some());
}

#[test]
fn a_mail_that_comes_back_with_its_answer_brings_both_into_the_list() {
    let mut case = filed();
    case.look(&look(2, &[]));
    case.look(&look(3, &[answer(5, Stand::Live), copy(1, Stand::Live)]));
    assert_eq!(case.copies().count(), 2);
}

#[test]
fn it_was_not_filed_after_all() {
    let mut case = filed();
    case.look(&look(2, &[]));
    case.not_filed();
    assert_eq!((case.end(), case.step()), (None, Step::Filed));
}

#[test]
fn nothing_sensitive_ends_it_for_good() {
    let mut case = begun();
    case.not_sensitive(at(1));
    case.look(&look(2, &[copy(1, Stand::Live)]));
    assert_eq!(case.end(), Some(End::NotSensitive(at(1))));
    assert!(!case.is_due(at(5000)));
}

#[test]
fn a_reminder_comes_once_it_is_time() {
    let mut case = begun();
    assert!(!case.is_due(at(999)));
    assert!(case.is_due(at(1000)));
    case.remind_at(at(2000));
    assert!(!case.is_due(at(1999)));
}

#[test]
fn what_was_kept_by_something_else_is_refused() {
    for saved in ["", "{}", "[1]", "{\"opened\":\"yesterday\"}"] {
        assert!(Case::restore(saved).is_err(), "{saved}");
    }
}

/// How much a look sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sees {
    Everything,
    /// Some of a store could not be read this time.
    Some,
    /// All that opens.
    WhatOpens,
}

/// One thing that may happen.
#[derive(Debug, Clone)]
enum Happens {
    Looks(Vec<Seen>, Sees),
    Says(bool),
    Files,
    NotFiled,
    Stays(bool),
    Chooses,
    Hands,
}

fn seen() -> impl Strategy<Value = Seen> {
    let stand = prop_oneof![Just(Stand::Live), Just(Stand::Trash), Just(Stand::Bytes)];
    (0..4_u64, stand, any::<bool>()).prop_map(|(id, stand, itself)| {
        if itself {
            copy(id, stand)
        } else {
            answer(id + 10, stand)
        }
    })
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        3 => (
            prop::collection::vec(seen(), 0..4),
            prop_oneof![Just(Sees::Everything), Just(Sees::Some), Just(Sees::WhatOpens)]
        )
            .prop_map(|(seen, sees)| Happens::Looks(seen, sees)),
        1 => any::<bool>().prop_map(Happens::Says),
        1 => Just(Happens::Files),
        1 => Just(Happens::NotFiled),
        1 => any::<bool>().prop_map(Happens::Stays),
        1 => Just(Happens::Chooses),
        1 => Just(Happens::Hands),
    ]
}

fn does(case: &mut Case, what: &Happens, minute: i64) {
    match what {
        Happens::Looks(seen, Sees::Everything) => case.look(&look(minute, seen)),
        Happens::Looks(seen, Sees::Some) => case.look(&blind(minute, seen, HOME)),
        Happens::Looks(seen, Sees::WhatOpens) => case.look(&closed(minute, seen)),
        Happens::Says(true) => case.say_no_copy_in(SHARED, SERVER, at(minute)),
        Happens::Says(false) => case.unsay_no_copy_in(SHARED, at(minute)),
        Happens::Files => case.file(FiledIn::System, at(minute)),
        Happens::NotFiled => case.not_filed(),
        Happens::Stays(stays) => case.stays(ANSWER, *stays, at(minute)),
        Happens::Chooses => case.choose(Route::Myself),
        Happens::Hands => case.hand(),
    }
}

proptest! {
    #[test]
    fn whatever_happens_it_is_done_only_when_it_is_true(all in prop::collection::vec(happens(), 0..24)) {
        let mut case = begun();
        // Whether the teacher answers for the folder that does not open, and whether everything was seen or answered for.
        let (mut said, mut proved) = (false, false);
        for (minute, what) in (1..).zip(&all) {
            let before = case.step();
            does(&mut case, what, minute);
            match what {
                Happens::Says(says) => {
                    proved &= *says || !said;
                    said = *says;
                }
                Happens::Looks(_, Sees::Everything) => (said, proved) = (false, true),
                Happens::Looks(_, Sees::WhatOpens) => proved |= said,
                // The folder opened; what could not be read is elsewhere.
                Happens::Looks(_, Sees::Some) => said = false,
                _ => {}
            }
            prop_assert!(case.end().is_none() || proved, "done without a whole look or a word: {:?}", case);
            prop_assert_eq!(case.said().count(), usize::from(said));
            if matches!(what, Happens::Looks(_, Sees::Some)) {
                prop_assert!(case.step() <= before, "ticked without seeing everything: {:?}", case);
            }
            if let Happens::Looks(seen, _) = what {
                let is_there = seen.iter().any(|seen| seen.kin == Kin::Same);
                prop_assert!(!(is_there && case.end().is_some()), "done with a copy in sight: {:?}", case);
            }
            prop_assert!(case.end().is_none() || case.filed().is_some());
            let states = states(&case);
            prop_assert!(["x", ">", "-"].into_iter().map(|mark| states.matches(mark).count()).sum::<usize>() == 7);
            prop_assert!(states.trim_start_matches('x').trim_start_matches('>').trim_start_matches('-').is_empty(), "{}", states);
            // Power may go at any moment: what is kept is the whole case.
            prop_assert_eq!(&Case::restore(&case.save()), &Ok(case.clone()));
            // Everything may come twice.
            let mut twice = case.clone();
            does(&mut twice, what, minute);
            prop_assert_eq!(&twice, &case);
        }
    }
}
