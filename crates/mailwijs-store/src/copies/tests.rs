//! Looks at made-up stores, each compared with a look of somebody who sees them for the first time.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::*;
use crate::{MailStore, ReadCause, open};

mod census;
mod random;
mod samples;

struct Plain;

impl Keyed for Plain {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        let mut hasher = DefaultHasher::new();
        (kind, words).hash(&mut hasher);
        (u128::from(hasher.finish()) << 64).to_be_bytes()
    }
}

struct World {
    dir: tempfile::TempDir,
    stores: Vec<MailStore>,
    finder: CopyFinder,
    sought: Vec<Sought>,
}

pub(super) fn mail(name: &str) -> String {
    format!(
        "Message-ID: <{name}@x.example>\nFrom: mama@{name}.example\nTo: juf@x.example\nSubject: Over {name}\n\n\
         Dag juf, {name} moest gisteren weer naar de dokter in Gent en blijft daarom morgen thuis.\n"
    )
}

fn sought(id: u64, mail: &str) -> Sought {
    Sought::of(id, &mailwijs_mail::parse(mail.as_bytes()), &Plain)
}

fn mbox(mails: &[(&str, &str)]) -> String {
    let one = |(name, status): &(&str, &str)| {
        let marks = format!("X-Mozilla-Status: {status}\nX-Mozilla-Status2: 00000000\n");
        ["From - Sun Nov 22 01:10:31 2026\n", &marks, &mail(name), "\n"].concat()
    };
    mails.iter().map(one).collect()
}

impl World {
    fn new(files: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            put(&dir.path().join(path), text);
        }
        Self {
            stores: open(dir.path()).unwrap(),
            dir,
            finder: CopyFinder::new(std::sync::Arc::new(Plain)),
            sought: vec![sought(1, &mail("lotte"))],
        }
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.dir.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        put(&self.path(path), text);
    }

    fn raw(&mut self) -> Looked {
        let looked = self.finder.look(&self.stores, &self.sought);
        let fresh = CopyFinder::new(std::sync::Arc::new(Plain)).look(&self.stores, &self.sought);
        assert_eq!(
            looked, fresh,
            "the look of one who knows, and of one who sees it for the first time"
        );
        looked
    }

    /// Path below the root, `live` or `ghost`, of each copy.
    fn copies(&mut self) -> Vec<String> {
        let looked = self.raw();
        assert_eq!(looked.unread, []);
        self.say(&looked)
    }

    fn say(&self, looked: &Looked) -> Vec<String> {
        let say = |sighting: &Sighting| {
            let path = sighting
                .key
                .path
                .strip_prefix(self.dir.path())
                .unwrap()
                .display()
                .to_string();
            let kin = if sighting.kin == Kin::Same { "" } else { " akin" };
            format!("{path} {}{kin}", if sighting.live { "live" } else { "ghost" })
        };
        looked.sightings.iter().map(say).collect()
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn age(path: &Path, by: Duration) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - by).unwrap();
}

#[test]
fn one_of_three_copies_is_deleted() {
    let mut world = World::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Archief/cur/2.x:2,S", &mail("lotte")),
        ("Local/Bewaard", &mbox(&[("jef", "0001"), ("lotte", "0001")])),
    ]);
    assert_eq!(
        world.copies(),
        [
            "Archief/cur/2.x:2,S live",
            "Inbox/cur/1.x:2,S live",
            "Local/Bewaard live"
        ]
    );
    fs::remove_file(world.path("Inbox/cur/1.x:2,S")).unwrap();
    assert_eq!(world.copies(), ["Archief/cur/2.x:2,S live", "Local/Bewaard live"]);
}

#[test]
fn a_maildir_is_deleted_expunged_restored_and_delivered_to_again() {
    let mut world = World::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Inbox/cur/2.x:2,S", &mail("jef")),
        ("Trash/cur/9.x:2,S", &mail("jef")),
    ]);
    assert_eq!(world.copies(), ["Inbox/cur/1.x:2,S live"]);
    fs::rename(world.path("Inbox/cur/1.x:2,S"), world.path("Inbox/cur/1.x:2,ST")).unwrap();
    assert_eq!(world.copies(), ["Inbox/cur/1.x:2,ST ghost"]);
    fs::rename(world.path("Inbox/cur/1.x:2,ST"), world.path("Trash/cur/10.x:2,S")).unwrap();
    assert_eq!(world.copies(), ["Trash/cur/10.x:2,S live"]);
    fs::rename(world.path("Trash/cur/10.x:2,S"), world.path("Inbox/cur/11.x:2,S")).unwrap();
    assert_eq!(world.copies(), ["Inbox/cur/11.x:2,S live"]);
    fs::remove_file(world.path("Inbox/cur/11.x:2,S")).unwrap();
    assert_eq!(world.copies(), [""; 0]);
    world.put(
        "Inbox/new/12.x",
        &format!("Received: nog eens\n{}", mail("lotte")),
    );
    assert_eq!(world.copies(), ["Inbox/new/12.x live"]);
    fs::create_dir_all(world.path("Nieuw/cur")).unwrap();
    fs::create_dir_all(world.path("Nieuw/new")).unwrap();
    fs::rename(world.path("Inbox/new/12.x"), world.path("Nieuw/cur/12.x:2,")).unwrap();
    assert_eq!(world.copies(), ["Nieuw/cur/12.x:2, live"]);
}

#[test]
fn thunderbird_moves_to_the_trash_empties_it_and_compacts() {
    let mut world = World::new(&[
        ("Inbox", &mbox(&[("lotte", "0001"), ("jef", "0001")])),
        ("Inbox.msf", ""),
        ("Trash.msf", ""),
        ("Trash", ""),
    ]);
    assert_eq!(world.copies(), ["Inbox live"]);
    // Appended to the trash, then marked in place.
    world.put("Trash", &mbox(&[("lotte", "0001")]));
    assert_eq!(world.copies(), ["Inbox live", "Trash live"]);
    world.put("Inbox", &mbox(&[("lotte", "0009"), ("jef", "0001")]));
    assert_eq!(world.copies(), ["Inbox ghost", "Trash live"]);
    // Empty Trash is DELETE and CREATE.
    fs::remove_file(world.path("Trash")).unwrap();
    assert_eq!(world.copies(), ["Inbox ghost"]);
    world.put("Trash", "");
    assert_eq!(world.copies(), ["Inbox ghost"]);
    compact(&mut world);
    assert_eq!(world.copies(), [""; 0]);
    // A second delivery.
    world.put("Inbox", &mbox(&[("jef", "0001"), ("lotte", "0000")]));
    assert_eq!(world.copies(), ["Inbox live"]);
}

/// Step by step, as Thunderbird does it.
fn compact(world: &mut World) {
    let (inbox, temp) = (world.path("Inbox"), world.path(".compact-temp"));
    let whole = mbox(&[("jef", "0001")]);
    fs::create_dir(&temp).unwrap();
    put(&temp.join("Inbox.compacting"), whole.get(..60).unwrap());
    let looked = world.raw();
    assert_eq!(
        (world.say(&looked), looked.unread.len()),
        (vec!["Inbox ghost".to_owned()], 1)
    );
    put(&temp.join("Inbox.compacting"), &whole);
    fs::rename(temp.join("Inbox.compacting"), temp.join("Inbox.compacted")).unwrap();
    assert_eq!(world.copies(), ["Inbox ghost"]);
    fs::rename(&inbox, temp.join("Inbox.original")).unwrap();
    // For a moment the folder is nowhere: neither its mail nor that of others is gone.
    let looked = world.finder.look(&world.stores, &world.sought);
    assert!(
        looked
            .unread
            .iter()
            .any(|error| error.path == inbox && error.cause == ReadCause::Unfinished)
    );
    assert_eq!(
        world.say(&looked),
        [".compact-temp/Inbox.original ghost", "Inbox ghost"]
    );
    fs::rename(temp.join("Inbox.compacted"), &inbox).unwrap();
    let looked = world.raw();
    assert_eq!(world.say(&looked), [".compact-temp/Inbox.original ghost"]);
    assert_eq!(looked.sightings[0].folder, "Inbox");
    fs::remove_dir_all(&temp).unwrap();
}

#[test]
fn what_a_crash_leaves_of_a_compaction_is_found() {
    let mut world = World::new(&[
        ("Inbox", &mbox(&[("jef", "0001")])),
        (
            ".compact-temp/Inbox.original",
            &mbox(&[("lotte", "0009"), ("jef", "0001")]),
        ),
        ("nstmp", &mbox(&[("lotte", "0009")])),
    ]);
    assert_eq!(
        world.copies(),
        [".compact-temp/Inbox.original ghost", "nstmp ghost"]
    );
}

#[test]
fn neomutt_cuts_its_mbox_off_and_writes_it_anew_in_place() {
    let both = mbox(&[("lotte", "0000"), ("jef", "0000")]);
    let mut world = World::new(&[("postponed", &both), ("postponed.msf", "")]);
    assert_eq!(world.copies(), ["postponed live"]);
    world.put("postponed", "");
    assert_eq!(world.copies(), [""; 0]);
    world.put(
        "postponed",
        &mbox(&[("jef", "0000"), ("lotte", "0000"), ("an", "0000")]),
    );
    assert_eq!(world.copies(), ["postponed live"]);
    world.put(
        "postponed",
        &mbox(&[("jef", "0000"), ("tom", "0000"), ("els", "0000"), ("an", "0000")]),
    );
    assert_eq!(world.copies(), [""; 0]);
}

#[test]
fn only_what_changed_is_read() {
    let mut world = World::new(&[
        ("Inbox", &mbox(&[("lotte", "0001"), ("jef", "0001")])),
        ("Zorg/cur/1.x:2,S", &mail("an")),
    ]);
    age(&world.path("Inbox"), Duration::from_mins(1));
    age(&world.path("Zorg/cur/1.x:2,S"), Duration::from_mins(1));
    world.copies();
    let read = std::sync::Arc::new(std::sync::Mutex::new(0));
    let counted = std::sync::Arc::clone(&read);
    world.finder.reader.heard = Some(Box::new(move |_, _, _| *counted.lock().unwrap() += 1));
    let mut look = || {
        world.finder.look(&world.stores, &world.sought);
        std::mem::take(&mut *read.lock().unwrap())
    };
    assert_eq!(look(), 0);
    put(&world.dir.path().join("Zorg/new/2.x"), &mail("tom"));
    age(&world.dir.path().join("Zorg/new/2.x"), Duration::from_mins(1));
    assert_eq!(look(), 1);
    let inbox = world.dir.path().join("Inbox");
    // Marked in place.
    fs::write(&inbox, mbox(&[("lotte", "0009"), ("jef", "0001")])).unwrap();
    assert_eq!(look(), 0);
    // Appended: the last one may have gone on.
    fs::write(
        &inbox,
        mbox(&[("lotte", "0009"), ("jef", "0001"), ("tom", "0000")]),
    )
    .unwrap();
    assert_eq!(look(), 2);
}

#[test]
fn another_mail_may_be_sought_later() {
    let mut world = World::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Inbox/cur/2.x:2,S", &mail("jef")),
    ]);
    age(&world.path("Inbox/cur/1.x:2,S"), Duration::from_mins(1));
    assert_eq!(world.copies(), ["Inbox/cur/1.x:2,S live"]);
    world.sought = vec![sought(7, &mail("jef"))];
    assert_eq!(world.copies(), ["Inbox/cur/2.x:2,S live"]);
    assert_eq!(world.raw().sightings[0].of, 7);
}

#[test]
fn what_cannot_be_read_is_told() {
    let half = "Message-ID: <lotte@x.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nDag";
    let mut world = World::new(&[("Inbox/cur/1.x:2,S", half), ("Trash/cur/2.x:2,S", &mail("jef"))]);
    let looked = world.raw();
    assert_eq!(looked.unread.len(), 1, "half-written");
    age(&world.path("Inbox/cur/1.x:2,S"), Duration::from_mins(1));
    assert_eq!(
        world.copies(),
        ["Inbox/cur/1.x:2,S live"],
        "broken off, and all there is"
    );
    // A drive that is gone.
    let away = world.dir.path().with_extension("weg");
    fs::rename(world.dir.path(), &away).unwrap();
    let looked = world.raw();
    assert_eq!((looked.sightings.len(), looked.unread.len()), (0, 1));
    fs::rename(&away, world.dir.path()).unwrap();
    assert_eq!(world.copies(), ["Inbox/cur/1.x:2,S live"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_or_nowhere() {
    use std::os::unix::fs::symlink;
    let mut world = World::new(&[("Inbox/cur/1.x:2,S", &mail("lotte"))]);
    symlink(world.dir.path(), world.path("Inbox/rond")).unwrap();
    symlink("loop", world.path("loop")).unwrap();
    assert_eq!(world.copies(), ["Inbox/cur/1.x:2,S live"]);
    symlink("3.x:2,S", world.path("Inbox/cur/3.x:2,S")).unwrap();
    let looked = world.raw();
    assert_eq!((looked.sightings.len(), looked.unread.len()), (1, 1));
}

#[test]
fn numbered_files_get_their_numbers_anew() {
    let mut world = World::new(&[
        ("inbox/1", &mail("jef")),
        ("inbox/2", &mail("lotte")),
        ("inbox/.mh_sequences", ""),
    ]);
    assert_eq!(world.copies(), ["inbox/2 live"]);
    fs::rename(world.path("inbox/2"), world.path("inbox/,2")).unwrap();
    world.put("inbox/2", &mail("an"));
    assert_eq!(world.copies(), ["inbox/,2 ghost"]);
    fs::remove_file(world.path("inbox/,2")).unwrap();
    world.put("inbox/2", &mail("lotte"));
    assert_eq!(world.copies(), ["inbox/2 live"]);
}

#[test]
fn answers_are_akin() {
    let answer =
        "Message-ID: <antwoord@x>\nIn-Reply-To: <lotte@x.example>\nSubject: Re: Over lotte\n\nBeterschap!\n";
    let mut world = World::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Sent/cur/2.x:2,S", answer),
    ]);
    assert_eq!(
        world.copies(),
        ["Inbox/cur/1.x:2,S live", "Sent/cur/2.x:2,S live akin"]
    );
}

#[test]
fn a_copy_of_a_server_without_an_index_shows_the_newest_of_each_message() {
    let mut world = World::new(&[(
        "ImapMail/x/INBOX",
        &mbox(&[("lotte", "0001"), ("jef", "0001"), ("lotte", "0001")]),
    )]);
    assert_eq!(
        world.copies(),
        ["ImapMail/x/INBOX ghost", "ImapMail/x/INBOX live"]
    );
}

#[test]
fn the_trash_of_a_server_is_at_rest_once_it_was_emptied() {
    let names = "(80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)(BE=storeToken)";
    let index = |rows: &str| format!("< <(a=c)> {names}>\n{{1:^80 {{(k^96:c)(s=9)}} {rows} }}\n");
    let mut world = World::new(&[
        ("ImapMail/x/Trash", &mbox(&[("lotte", "0001")])),
        ("ImapMail/x/Trash.msf", &index("[1(^BE=0)]")),
    ]);
    assert_eq!(world.copies(), ["ImapMail/x/Trash live"]);
    // Thunderbird removes both, and only the index comes back.
    fs::remove_file(world.path("ImapMail/x/Trash")).unwrap();
    world.put("ImapMail/x/Trash.msf", &index(""));
    assert_eq!(world.copies(), [""; 0]);
    world.put("ImapMail/x/Trash.msf", "< <(a=c)>");
    assert_eq!(
        world.copies(),
        [""; 0],
        "an index that is being written, of nothing"
    );
}
