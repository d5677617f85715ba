//! Asks where listed mails stand, and takes in what was seen.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use mailwijs_store::{MailStore, Sought};

use super::Place;
use super::looker::{Ask, FoundLooker, FoundSeen, READ_AT_ONCE, stands};
use crate::desktop::state::State;
use crate::mailbox::OpenMailbox;

/// The mail itself, and nothing that is akin to it or says the same.
fn itself(id: u32, sought: &Sought) -> Sought {
    let by_text = sought.message_id.is_none();
    Sought {
        id: id.into(),
        message_id: sought.message_id,
        content: sought.content.filter(|_| by_text),
        text: sought.text.filter(|_| by_text),
        ..Sought::default()
    }
}

/// A mail with neither a Message-ID nor much text cannot be told from others.
fn is_recognised(sought: &Sought) -> bool {
    sought.message_id.is_some() || (sought.content.is_some() && sought.text.is_some())
}

impl State {
    /// Looks where listed mails stand, in files and on servers.
    pub fn look_for_found(&mut self) {
        self.look_for_found_in_files();
        let servers: Vec<PathBuf> = self.mails_found.servers.keys().cloned().collect();
        for url in servers {
            self.look_for_found_on(&url);
        }
    }

    /// Something changed in a store on this computer.
    pub fn look_for_found_in_files(&mut self) {
        let stores = self.all_stores();
        let sources = stores.iter().map(|store| self.source(&store.root)).collect();
        let Some(ask) = self.ask_for_found(stores, &sources) else {
            // What was learnt of the stores takes memory.
            self.mails_found.files = None;
            return;
        };
        let events = self.events.clone();
        self.mails_found
            .files
            .get_or_insert_with(|| FoundLooker::files(events))
            .ask(ask);
    }

    /// Something changed in the mailbox on a server with this URL.
    pub fn look_for_found_on(&mut self, url: &Path) {
        let ask = self.ask_for_found(Vec::new(), &BTreeSet::from([self.source(url)]));
        if let Some(ask) = ask
            && let Some(looker) = self.mails_found.servers.get_mut(url)
        {
            looker.ask(ask);
        }
    }

    /// From now on listed mails are looked for in this mailbox too.
    pub fn look_for_found_in_mailbox(&mut self, open: &OpenMailbox) {
        let url = PathBuf::from(open.mailbox.url());
        let looker = FoundLooker::server(open, self.events.clone());
        self.mails_found.servers.insert(url.clone(), looker);
        self.look_for_found_on(&url);
    }

    /// A mailbox is no longer the teacher's to look into.
    pub fn look_for_found_no_more(&mut self, url: &str) {
        self.mails_found.servers.remove(&PathBuf::from(url));
        self.mails_found.changed();
    }

    fn ask_for_found(&self, stores: Vec<MailStore>, sources: &BTreeSet<u64>) -> Option<Ask> {
        let here = self
            .mails_found
            .all
            .iter()
            .filter(|(_, mail)| sources.contains(&mail.told.source) && is_recognised(&mail.sought));
        let sought: Vec<Sought> = here.clone().map(|(id, mail)| itself(*id, &mail.sought)).collect();
        let wordless = here.filter(|(_, mail)| mail.words.is_none());
        (!sought.is_empty()).then(|| Ask {
            stores,
            sought,
            wordless: wordless.map(|(id, _)| (*id).into()).collect(),
            hasher: self.memory.hasher(),
        })
    }

    /// One of those who look has come back.
    pub fn found_seen(&mut self, seen: FoundSeen) {
        let looker = match &seen.server {
            Some(url) => self.mails_found.servers.get_mut(url),
            None => self.mails_found.files.as_mut(),
        };
        let Some(looker) = looker else { return };
        looker.looking = false;
        let again = std::mem::take(&mut looker.again);
        let is_current = seen.hasher == self.memory.hasher();
        let more = seen.words.len() == READ_AT_ONCE;
        let server = seen.server.clone();
        if is_current {
            self.take_in_found(seen);
        }
        if again || more || !is_current {
            match server {
                Some(url) => self.look_for_found_on(&url),
                None => self.look_for_found_in_files(),
            }
        }
    }

    fn take_in_found(&mut self, seen: FoundSeen) {
        let mut places: BTreeMap<u64, Place> = BTreeMap::new();
        for sighting in seen.looked.sightings.iter().filter(|seen| stands(seen)) {
            places.entry(sighting.of).or_insert_with(|| Place {
                store: sighting.store.clone(),
                folder: sighting.folder.clone(),
                key: sighting.key.clone(),
            });
        }
        let mut words = seen.words;
        let (mut gone, mut changed) = (Vec::new(), false);
        for (id, mail) in &mut self.mails_found.all {
            let wide = u64::from(*id);
            if !seen.asked.contains(&wide) {
                continue;
            }
            match places.remove(&wide) {
                Some(place) => {
                    if mail.place.as_ref() != Some(&place) {
                        mail.place = Some(place);
                        changed = true;
                    }
                    if mail.words.is_none() {
                        mail.words = words.remove(&wide);
                        changed |= mail.words.is_some();
                    }
                }
                // What cannot be read may hold it still.
                None if seen.looked.unread.is_empty() => gone.push(*id),
                None => {}
            }
        }
        if changed {
            self.mails_found.changed();
        }
        for id in gone {
            self.found_is_handled(id);
        }
    }
}
