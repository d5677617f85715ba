//! A folder in memory, looked at again and again, is known in the end.

use proptest::prelude::*;

use super::tests::listing;
use super::*;

/// A folder on a server: what happens to it, and the looks at it.
#[derive(Debug, Clone)]
enum Step {
    Append,
    Delete(usize),
    Mark(usize),
    Unmark(usize),
    /// A look at all of it, of which only so many are told.
    Whole(usize),
    /// A look at what changed, of which only so many are told.
    Changes(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let told = prop_oneof![4 => Just(usize::MAX), 1 => 0_usize..3];
    prop_oneof![
        3 => Just(Step::Append),
        1 => (0_usize..9).prop_map(Step::Delete),
        1 => (0_usize..9).prop_map(Step::Mark),
        1 => (0_usize..9).prop_map(Step::Unmark),
        1 => told.clone().prop_map(Step::Whole),
        3 => told.prop_map(Step::Changes),
    ]
}

/// The folder as its server has it.
#[derive(Default)]
struct Folder {
    /// UID, MODSEQ, deleted.
    messages: BTreeMap<u32, (u64, bool)>,
    gone: Vec<(u32, u64)>,
    last: u32,
    modseq: u64,
}

impl Folder {
    fn change(&mut self, step: &Step) {
        self.modseq += 1;
        let nth = |at: usize| self.messages.keys().copied().nth(at);
        match *step {
            Step::Append => {
                self.last += 1;
                self.messages.insert(self.last, (self.modseq, false));
            }
            Step::Delete(at) => {
                if let Some(uid) = nth(at) {
                    self.messages.remove(&uid);
                    self.gone.push((uid, self.modseq));
                }
            }
            Step::Mark(at) | Step::Unmark(at) => {
                if let Some(uid) = nth(at) {
                    self.messages
                        .insert(uid, (self.modseq, matches!(step, Step::Mark(_))));
                }
            }
            Step::Whole(_) | Step::Changes(_) => {}
        }
    }

    fn listing(&self, since: Option<u64>) -> Listing {
        let since_then = since.unwrap_or_default();
        let changed = self.messages.iter().filter(|(_, (at, _))| *at > since_then);
        let gone = self
            .gone
            .iter()
            .filter(|(_, at)| since.is_some() && *at > since_then);
        let mut lines: Vec<String> = gone.map(|(uid, _)| format!("VANISHED (EARLIER) {uid}")).collect();
        lines.extend(changed.map(|(uid, (at, deleted))| {
            let flags = if *deleted { "\\Deleted" } else { "" };
            format!("1 FETCH (UID {uid} FLAGS ({flags}) MODSEQ ({at}))")
        }));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        listing(&lines)
    }

    fn live(&self) -> BTreeSet<u32> {
        let live = self.messages.iter().filter(|(_, (_, deleted))| !deleted);
        live.map(|(uid, _)| *uid).collect()
    }
}

proptest! {
    #[test]
    fn whatever_happens_to_a_folder_it_is_known_in_the_end(steps in proptest::collection::vec(step(), 0..60)) {
        let mut folder = Folder::default();
        let mut known = Known::default();
        let mut told = BTreeSet::new();
        for step in steps.iter().chain([&Step::Changes(usize::MAX)]) {
            folder.change(step);
            let (partial, most) = match *step {
                Step::Whole(most) => (false, most),
                Step::Changes(most) => (known.modseq.is_some(), most),
                _ => continue,
            };
            let listing = folder.listing(known.modseq.filter(|_| partial));
            let difference = known.compare(&listing, partial);
            let (now, untold) = difference.appeared.split_at(most.min(difference.appeared.len()));
            for (uid, _) in now {
                prop_assert!(told.insert(*uid), "{uid} is told twice");
            }
            if untold.is_empty() {
                for uid in &difference.vanished {
                    prop_assert!(told.remove(uid), "{uid} was never there");
                }
            } else {
                known.forget(untold, &difference.vanished);
            }
        }
        prop_assert_eq!(&known.live, &folder.live());
        prop_assert_eq!(told, folder.live());
    }
}
