//! Mail that leaves, told once it is true.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::{Census, Departure};
use super::{Plain, World, age, mail, mbox};

struct Following {
    world: World,
    census: Census,
    now: Instant,
}

impl Following {
    fn new(files: &[(&str, &str)]) -> Self {
        let mut following = Self {
            world: World::new(files),
            census: Census::new(Arc::new(Plain)),
            now: Instant::now(),
        };
        assert_eq!(following.told(), []);
        following
    }

    /// What is told now and half a second later: folder, folders that are left, whether bytes are.
    fn told(&mut self) -> Vec<(String, Vec<String>, bool)> {
        let (told, again) = self.census.take(&self.world.stores, self.now);
        assert_eq!(told, [], "nothing is told before it has settled");
        self.now += Duration::from_millis(500);
        let (told, last) = self.census.take(&self.world.stores, self.now);
        assert!(again.is_some() != told.is_empty() && last.is_none());
        let tell = |departure: Departure| {
            assert_eq!(departure.message_id.as_deref(), Some("lotte@x.example"));
            (departure.folder, departure.left_in, departure.bytes_left)
        };
        told.into_iter().map(tell).collect()
    }
}

fn told(folder: &str, left_in: &[&str], bytes_left: bool) -> Vec<(String, Vec<String>, bool)> {
    vec![(
        folder.to_owned(),
        left_in.iter().map(ToString::to_string).collect(),
        bytes_left,
    )]
}

#[test]
fn each_step_of_thunderbird_is_told() {
    let mut following = Following::new(&[
        ("Inbox", &mbox(&[("lotte", "0001"), ("jef", "0001")])),
        ("Inbox.msf", ""),
        ("Trash", ""),
        ("Trash.msf", ""),
    ]);
    following.world.put("Trash", &mbox(&[("lotte", "0001")]));
    assert_eq!(following.told(), []);
    following
        .world
        .put("Inbox", &mbox(&[("lotte", "0009"), ("jef", "0001")]));
    assert_eq!(following.told(), told("Inbox", &["Trash"], true));
    fs::remove_file(following.world.path("Trash")).unwrap();
    following.world.put("Trash", "");
    assert_eq!(following.told(), told("Trash", &[], true));
    following.world.put("Inbox", &mbox(&[("jef", "0001")]));
    assert_eq!(following.told(), told("Inbox", &[], false));
}

#[test]
fn a_move_is_told_and_what_comes_back_may_leave_again() {
    let mut following = Following::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Inbox/new/2.x", &mail("jef")),
        ("Klas/cur/3.x:2,S", &mail("jef")),
        ("Klas/new/4.x", &mail("jef")),
    ]);
    let (inbox, class) = (
        following.world.path("Inbox/cur/1.x:2,S"),
        following.world.path("Klas/cur/9.x:2,S"),
    );
    fs::rename(&inbox, &class).unwrap();
    assert_eq!(following.told(), told("Inbox", &["Klas"], true));
    fs::rename(&class, &inbox).unwrap();
    assert_eq!(following.told(), told("Klas", &["Inbox"], true));
    fs::rename(&inbox, inbox.with_file_name("1.x:2,ST")).unwrap();
    assert_eq!(following.told(), told("Inbox", &[], true));
    fs::remove_file(inbox.with_file_name("1.x:2,ST")).unwrap();
    assert_eq!(following.told(), told("Inbox", &[], false));
}

#[test]
fn a_mail_that_is_nowhere_for_a_moment_has_not_left() {
    let mut following = Following::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Inbox/new/2.x", &mail("jef")),
    ]);
    let inbox = following.world.path("Inbox/cur/1.x:2,S");
    fs::remove_file(&inbox).unwrap();
    let (none, again) = following.census.take(&following.world.stores, following.now);
    assert!(none.is_empty() && again.is_some());
    following.world.put("Trash/cur/5.x:2,S", &mail("lotte"));
    following.world.put("Trash/new/6.x", &mail("jef"));
    following.now += Duration::from_millis(500);
    let (departures, _) = following.census.take(&following.world.stores, following.now);
    assert_eq!(departures[0].left_in, ["Trash"]);
}

#[test]
fn what_cannot_be_read_has_not_left() {
    let mut following = Following::new(&[
        ("Inbox/cur/1.x:2,S", &mail("lotte")),
        ("Inbox/new/2.x", &mail("jef")),
    ]);
    let root = following.world.dir.path().to_owned();
    fs::rename(&root, root.with_extension("weg")).unwrap();
    assert_eq!(following.told(), []);
    fs::rename(root.with_extension("weg"), &root).unwrap();
    assert_eq!(following.told(), []);
    fs::remove_file(root.join("Inbox/cur/1.x:2,S")).unwrap();
    assert_eq!(following.told(), told("Inbox", &[], false));
}

#[test]
fn drafts_are_no_received_mail_and_what_came_in_is_followed() {
    let mut following = Following::new(&[
        ("Concepten/cur/1.x:2,DS", &mail("lotte")),
        ("Concepten/new/2.x", &mail("jef")),
    ]);
    fs::remove_file(following.world.path("Concepten/cur/1.x:2,DS")).unwrap();
    assert_eq!(following.told(), []);
    following.world.put("Inbox/new/7.x", &mail("lotte"));
    following.world.put("Inbox/cur/8.x:2,", &mail("jef"));
    assert_eq!(following.told(), []);
    age(&following.world.path("Inbox/new/7.x"), Duration::from_mins(1));
    fs::remove_file(following.world.path("Inbox/new/7.x")).unwrap();
    assert_eq!(following.told(), told("Inbox", &[], false));
    // A rule had put it elsewhere.
    following.world.put("Archief/cur/9.x:2,", &mail("lotte"));
    following.world.put("Archief/new/10.x", &mail("jef"));
    following.census.follow("lotte@x.example");
    assert_eq!(following.told(), []);
    fs::remove_file(following.world.path("Archief/cur/9.x:2,")).unwrap();
    assert_eq!(following.told(), told("Archief", &[], false));
}

#[test]
fn what_is_being_rewritten_is_looked_at_again_without_a_stir() {
    let inbox = mbox(&[("lotte", "0001")]);
    let mut following = Following::new(&[("ImapMail/x/INBOX", &inbox)]);
    let index = following.world.path("ImapMail/x/INBOX.msf");
    fs::write(&index, "< <(a=c)> (80=ns").unwrap();
    let (departures, again) = following.census.take(&following.world.stores, following.now);
    assert_eq!(departures, []);
    assert!(
        again.is_some_and(|wait| wait <= Duration::from_secs(1)),
        "half an index"
    );
    let (names, meta) = (
        "(80=ns:msg:db:row:scope:msgs:all)(96=ns:msg:db:table:kind:msgs)",
        "{(k^96:c)(s=9)}",
    );
    fs::write(&index, format!("< <(a=c)> {names}>\n{{1:^80 {meta} }}\n")).unwrap();
    age(&following.world.path("ImapMail/x/INBOX"), Duration::from_mins(1));
    assert_eq!(following.told(), told("ImapMail/x/INBOX", &[], true));
}
