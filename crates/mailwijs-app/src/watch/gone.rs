//! Received mail that leaves: followed beside the watching, by somebody who gives way to everybody else.

use std::hash::{BuildHasher as _, RandomState};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, after, never, select, unbounded};
use mailwijs_store::{Census, Departure, Keyed, KeyedHash, MailStore};

use crate::scan::give_way;

/// What belongs together (a copy in the trash, a mark in the inbox) is looked at together.
const GATHER: Duration = Duration::from_millis(150);

/// A look is followed by a rest this many times as long, …
const BREATH: u32 = 4;

/// … but not longer than this: the first look may take minutes.
const REST: Duration = Duration::from_secs(1);

/// Follows mail on a thread of its own until it is dropped; a look that is under way then is not waited for.
pub(super) struct Gone {
    orders: Sender<Order>,
    /// What has left.
    pub departures: Receiver<Departure>,
}

enum Order {
    /// These are the stores from now on.
    Stores(Vec<MailStore>),
    /// A mail with this Message-ID came in.
    Received(String),
}

impl Gone {
    /// Learns what stands in the stores, then follows it; `stirs` names a store each time that something has changed in it.
    pub fn follow(stores: Vec<MailStore>, stirs: Receiver<PathBuf>) -> Self {
        let (orders, ordered) = unbounded();
        let (told, departures) = unbounded();
        thread::spawn(move || {
            give_way();
            Follower::new(stores).run(&stirs, &ordered, &told);
        });
        Self { orders, departures }
    }

    /// The stores are others now.
    pub fn set_stores(&self, stores: Vec<MailStore>) {
        // It ends only when this is dropped.
        let _ = self.orders.send(Order::Stores(stores));
    }

    /// A mail came in, in whatever folder.
    pub fn received(&self, message_id: &str) {
        let _ = self.orders.send(Order::Received(message_id.to_owned()));
    }
}

struct Follower {
    census: Census,
    stores: Vec<MailStore>,
    /// When to look next, if at all.
    due: Option<Instant>,
    /// Not before then.
    rest: Instant,
}

impl Follower {
    fn new(stores: Vec<MailStore>) -> Self {
        let now = Instant::now();
        Self {
            census: Census::new(Arc::new(InMemory::default())),
            stores,
            due: Some(now),
            rest: now,
        }
    }

    fn run(mut self, stirs: &Receiver<PathBuf>, orders: &Receiver<Order>, told: &Sender<Departure>) {
        loop {
            let wait = self
                .due
                .map_or_else(never, |due| after(due.saturating_duration_since(Instant::now())));
            select! {
                recv(orders) -> order => match order {
                    Ok(Order::Stores(stores)) => {
                        self.stores = stores;
                        self.look_in(GATHER);
                    }
                    Ok(Order::Received(message_id)) => {
                        self.census.follow(&message_id);
                        self.look_in(GATHER);
                    }
                    Err(_) => return,
                },
                recv(stirs) -> stir => match stir {
                    Ok(_) => self.look_in(GATHER),
                    Err(_) => return,
                },
                recv(wait) -> _ => {
                    // What was touched before now is seen now.
                    for _ in stirs.try_iter() {}
                    if !self.look().into_iter().all(|departure| told.send(departure).is_ok()) {
                        return;
                    }
                }
            }
        }
    }

    fn look_in(&mut self, wait: Duration) {
        let next = (Instant::now() + wait).max(self.rest);
        self.due = Some(self.due.map_or(next, |due| due.min(next)));
    }

    fn look(&mut self) -> Vec<Departure> {
        let begun = Instant::now();
        let (departures, again) = self.census.take(&self.stores, begun);
        self.rest = Instant::now() + (begun.elapsed() * BREATH).min(REST);
        self.due = None;
        if let Some(wait) = again {
            self.look_in(wait);
        }
        departures
    }
}

/// Hashes that mean nothing once the program has ended.
#[derive(Default)]
struct InMemory([RandomState; 2]);

impl Keyed for InMemory {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        let [high, low] = self.0.each_ref().map(|state| state.hash_one((kind, words)));
        (u128::from(high) << 64 | u128::from(low)).to_be_bytes()
    }
}
