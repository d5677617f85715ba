//! A Maildir that is made while it is looked at: in whatever order its directories, its first message and the events of
//! both come, the message is told once, in the folder.

use std::fs;
use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, unbounded};
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{Event, EventKind};
use proptest::prelude::*;
use tempfile::TempDir;

use super::Run;
use crate::watch::caught::Caught;
use crate::watch::mounts::Mounts;
use crate::watch::stirs::Listeners;
use crate::{FolderRole, StoreChange, StoreFormat};

const NAME: &str = "1795403648.M923859P22197Q1.vm.eml";
const MAIL: &str = "From: an@sintjan.example\nTo: bart@mail.example\nSubject: Uitstap\n\nDag\n";

/// What a client does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Make(&'static str),
    Write,
    Move,
}

/// In which a client makes its folder, and the watching looks on.
struct Scene {
    home: TempDir,
    run: Run,
    changes: Receiver<StoreChange>,
    /// What the system has to tell still, in its order.
    events: Vec<Event>,
}

impl Scene {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let stores = crate::open(home.path()).unwrap();
        let (sender, changes) = unbounded();
        Self {
            run: Run::new(stores, sender, None, Mounts::default, Listeners::default()),
            home,
            changes,
            events: Vec::new(),
        }
    }

    fn drafts(&self) -> PathBuf {
        self.home.path().join("Drafts")
    }

    fn does(&mut self, deed: Deed) {
        let (written, moved) = (
            self.drafts().join("tmp").join(NAME),
            self.drafts().join("cur").join(NAME),
        );
        let kind = match deed {
            Deed::Make(directory) => {
                let path = self.home.path().join(directory);
                fs::create_dir(&path).unwrap();
                return self
                    .events
                    .push(Event::new(EventKind::Create(CreateKind::Folder)).add_path(path));
            }
            Deed::Write => {
                fs::write(&written, MAIL).unwrap();
                let made = Event::new(EventKind::Create(CreateKind::File)).add_path(written.clone());
                self.events.push(made);
                EventKind::Access(AccessKind::Close(AccessMode::Write))
            }
            Deed::Move => {
                fs::rename(&written, &moved).unwrap();
                EventKind::Modify(ModifyKind::Name(RenameMode::Both))
            }
        };
        let mut event = Event::new(kind).add_path(written);
        if deed == Deed::Move {
            event = event.add_path(moved);
        }
        self.events.push(event);
    }

    /// As much of what is to be told comes in.
    fn hears(&mut self, share: usize) {
        let events = self.events.drain(..share.min(self.events.len()));
        let batch: Vec<Caught> = events
            .map(|event| Caught {
                event: Ok(event),
                message: None,
            })
            .collect();
        assert!(self.run.batch(batch).is_ok());
    }

    /// A directory that is new is listed again.
    fn lists(&mut self, directory: &str) {
        assert!(self.run.new_directory(&self.home.path().join(directory)).is_ok());
    }

    fn told(&self) -> Vec<StoreChange> {
        self.changes.try_iter().collect()
    }
}

/// Every directory of a Maildir after the one above it, the file after the `tmp`, its move after the `cur`.
fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let all = vec![
        Deed::Make("Drafts/tmp"),
        Deed::Make("Drafts/cur"),
        Deed::Make("Drafts/new"),
        Deed::Write,
        Deed::Move,
    ];
    let possible = |deeds: &Vec<Deed>| {
        let at = |deed| deeds.iter().position(|other| *other == deed);
        at(Deed::Make("Drafts/tmp")) < at(Deed::Write)
            && at(Deed::Write) < at(Deed::Move)
            && at(Deed::Make("Drafts/cur")) < at(Deed::Move)
    };
    let ordered = Just(all)
        .prop_shuffle()
        .prop_filter("in an order that is possible", possible);
    (ordered, any::<bool>()).prop_map(|(mut deeds, with_new)| {
        // Thunderbird's have none.
        deeds.retain(|deed| with_new || *deed != Deed::Make("Drafts/new"));
        deeds.insert(0, Deed::Make("Drafts"));
        deeds
    })
}

/// What the watching does after a deed: it hears of so many events, and lists directories.
fn glances() -> impl Strategy<Value = Vec<(usize, Vec<&'static str>)>> {
    let directories = vec!["", "Drafts", "Drafts/tmp", "Drafts/cur", "Drafts/new"];
    let listed = prop::collection::vec(prop::sample::select(directories), 0..4);
    prop::collection::vec((0..6_usize, listed), 6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_first_draft_of_a_new_maildir_is_told_once_and_in_its_folder(deeds in deeds(), glances in glances()) {
        let mut scene = Scene::new();
        for (deed, (events, directories)) in deeds.iter().zip(&glances) {
            scene.does(*deed);
            scene.hears(*events);
            for directory in directories {
                scene.lists(directory);
            }
        }
        scene.hears(usize::MAX);
        for directory in ["Drafts", "Drafts/tmp", "Drafts/cur", "Drafts/new"] {
            scene.lists(directory);
        }
        let followed: Vec<_> = scene.run.known.keys().cloned().collect();
        prop_assert_eq!(followed, [(scene.drafts(), StoreFormat::Maildir)]);
        let told = scene.told();
        let [StoreChange::Saved { message, .. }] = told.as_slice() else {
            return Err(TestCaseError::fail(format!("{} changes", told.len())));
        };
        prop_assert_eq!(&message.key.path, &scene.drafts().join("cur").join(NAME));
        prop_assert_eq!(message.role, FolderRole::Drafts);
    }
}

#[test]
fn a_tmp_of_somebody_is_a_folder_like_any_other() {
    let home = tempfile::tempdir().unwrap();
    let found = |root: &Path| -> Vec<PathBuf> {
        let stores = crate::open(root).unwrap();
        stores
            .into_iter()
            .flat_map(|store| store.folders)
            .map(|folder| folder.path)
            .collect()
    };
    let tmp = home.path().join("an/tmp");
    fs::create_dir_all(tmp.join("oud")).unwrap();
    fs::write(tmp.join("oud/1.eml"), MAIL).unwrap();
    fs::write(tmp.join("2.eml"), MAIL).unwrap();
    assert_eq!(found(home.path()), [tmp.clone(), tmp.join("oud")]);
    fs::remove_dir_all(tmp.join("oud")).unwrap();
    fs::rename(tmp.join("2.eml"), tmp.join(NAME)).unwrap();
    assert!(found(home.path()).is_empty(), "being written");
    assert_eq!(found(&tmp).len(), 1, "asked for by name");
    fs::write(home.path().join("an/notes.txt"), "").unwrap();
    assert_eq!(found(home.path()), [tmp]);
}
