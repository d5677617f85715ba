//! Any sequence of what mail clients do, looked at after any step.

use std::fs;

use proptest::prelude::*;

use super::{World, mail, mbox, put};

#[derive(Debug, Clone)]
enum Step {
    Look,
    /// Delivered to a Maildir.
    Deliver(usize, usize),
    Trash(usize),
    Move(usize),
    Remove(usize),
    /// Appended to an mbox.
    Append(usize, usize),
    /// Marked in place in an mbox.
    Mark(usize, usize),
    Compact(usize),
    /// Cut off and written anew in place.
    Rewrite(usize, usize),
    Delete(usize),
    /// Under the number of another before.
    Number(usize, usize),
    Renumber(usize),
}

const NAMES: [&str; 4] = ["lotte", "jef", "an", "tom"];
const MAILDIRS: [&str; 2] = ["Inbox", "Trash"];
const MBOXES: [&str; 2] = ["Bewaard", "Archief"];

fn step() -> impl Strategy<Value = Step> {
    let (two, four) = (0..2_usize, 0..4_usize);
    prop_oneof![
        3 => Just(Step::Look),
        2 => (two.clone(), four.clone()).prop_map(|(to, mail)| Step::Deliver(to, mail)),
        1 => four.clone().prop_map(Step::Trash),
        1 => four.clone().prop_map(Step::Move),
        1 => four.clone().prop_map(Step::Remove),
        2 => (two.clone(), four.clone()).prop_map(|(to, mail)| Step::Append(to, mail)),
        2 => (two.clone(), four.clone()).prop_map(|(to, which)| Step::Mark(to, which)),
        1 => two.clone().prop_map(Step::Compact),
        1 => (two.clone(), four.clone()).prop_map(|(to, mail)| Step::Rewrite(to, mail)),
        1 => two.prop_map(Step::Delete),
        1 => (four.clone(), four.clone()).prop_map(|(number, mail)| Step::Number(number, mail)),
        1 => four.prop_map(Step::Renumber),
    ]
}

/// What should stand in the mboxes.
type Boxes = [Vec<(&'static str, &'static str)>; 2];

fn files(world: &World, maildir: &str) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> = ["cur", "new"]
        .iter()
        .flat_map(|part| fs::read_dir(world.path(maildir).join(part)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn act(world: &mut World, boxes: &mut Boxes, step: &Step, at: usize) {
    let write = |world: &World, boxes: &Boxes, which: usize| world.put(MBOXES[which], &mbox(&boxes[which]));
    let pick = |world: &World, which: usize| {
        let mut files = files(world, MAILDIRS[0]);
        files.extend(self::files(world, MAILDIRS[1]));
        (!files.is_empty()).then(|| files[which % files.len()].clone())
    };
    match *step {
        Step::Look => {
            world.copies();
        }
        Step::Deliver(to, name) => world.put(&format!("{}/new/{at}.x", MAILDIRS[to]), &mail(NAMES[name])),
        Step::Trash(which) => {
            if let Some(file) = pick(world, which) {
                let unique = file
                    .file_name()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .split(':')
                    .next()
                    .unwrap()
                    .to_owned();
                fs::rename(&file, file.with_file_name(format!("{unique}:2,ST"))).unwrap();
            }
        }
        Step::Move(which) => {
            if let Some(file) = pick(world, which) {
                fs::rename(&file, world.path("Trash/cur").join(format!("{at}.y:2,S"))).unwrap();
            }
        }
        Step::Remove(which) => {
            if let Some(file) = pick(world, which) {
                fs::remove_file(file).unwrap();
            }
        }
        Step::Append(to, name) => {
            boxes[to].push((NAMES[name], "0000"));
            write(world, boxes, to);
        }
        Step::Mark(to, which) => {
            let count = boxes[to].len().max(1);
            if let Some(one) = boxes[to].get_mut(which % count) {
                one.1 = if one.1 == "0009" { "0001" } else { "0009" };
                write(world, boxes, to);
            }
        }
        Step::Compact(to) => {
            boxes[to].retain(|one| one.1 != "0009");
            let (old, new) = (world.path(MBOXES[to]), world.path("neu.tmp.txt"));
            put(&new, &mbox(&boxes[to]));
            fs::rename(new, old).unwrap();
        }
        Step::Rewrite(to, name) => {
            boxes[to] = vec![(NAMES[name], "0000"); at % 3];
            write(world, boxes, to);
        }
        Step::Delete(to) => {
            boxes[to].clear();
            let _ = fs::remove_file(world.path(MBOXES[to]));
        }
        Step::Number(number, name) => world.put(&format!("mh/{number}"), &mail(NAMES[name])),
        Step::Renumber(number) => {
            let _ = fs::rename(
                world.path(&format!("mh/{number}")),
                world.path(&format!("mh/{}", number + 10)),
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// What one knows who looked at any earlier moment does not mislead him: [`World::copies`] compares.
    #[test]
    fn the_incremental_look_equals_a_fresh_one(steps in prop::collection::vec(step(), 1..24)) {
        let mut world = World::new(&[
            ("Inbox/cur/1.a:2,S", &mail("lotte")),
            ("Inbox/new/2.a", &mail("jef")),
            ("Trash/cur/3.a:2,S", &mail("jef")),
            ("Trash/new/4.a", &mail("an")),
            ("mh/.mh_sequences", ""),
        ]);
        let mut boxes = Boxes::default();
        for (at, step) in steps.iter().enumerate() {
            act(&mut world, &mut boxes, step, at + 100);
        }
        let told = world.copies();
        let live = |path: &str| told.iter().filter(|line| line.starts_with(path) && line.ends_with("live")).count();
        for (name, held) in MBOXES.iter().zip(&boxes) {
            let held = held.iter().filter(|(name, status)| *name == "lotte" && *status != "0009").count();
            prop_assert_eq!(live(name), held, "{} of {:?}", name, told);
        }
        let in_files = files(&world, "Inbox").iter().chain(&files(&world, "Trash")).filter(|file| {
            !file.to_str().unwrap().ends_with('T') && fs::read_to_string(file).unwrap() == mail("lotte")
        }).count();
        prop_assert_eq!(live("Inbox") + live("Trash"), in_files);
    }
}
