//! Reading an address: what its display name and the part before the @ say about the owner.

use mailwijs_mail::Address;

use super::person::{Person, TELLING, TELLING_WHOLE};
use super::{AddressWord, address_word, is_given_name, is_glued_office};
use crate::words::{fold, tokens};

impl Person {
    /// Reads an address.
    pub fn new(address: &Address) -> Self {
        let mailbox = fold(&address.email);
        let (local, domain) = mailbox.rsplit_once('@').unwrap_or((mailbox.as_str(), ""));
        let local = local.split('+').next().unwrap_or(local);
        let mut person = Self {
            mailbox: format!("{local}@{domain}"),
            ..Self::default()
        };
        person.read_local(local);
        // A display name that only repeats the address says nothing more.
        if !address.name.contains('@') {
            person.read_name(&address.name);
        }
        person
    }

    fn note(&mut self, word: AddressWord) {
        match word {
            AddressWord::Staff => self.staff = true,
            AddressWord::Role | AddressWord::Family => self.parent = true,
            AddressWord::Office => self.office = true,
            AddressWord::Title | AddressWord::Particle | AddressWord::Note => {}
        }
    }

    /// `an.peeters`, `peeters.an`, `familiekoster`, `vader.smeenk`, `mvanbelle`
    fn read_local(&mut self, local: &str) {
        let mut parts = Vec::new();
        let mut family_named = false;
        for word in local
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
        {
            match address_word(word) {
                Some(AddressWord::Particle) | None => parts.push(word),
                Some(said) => {
                    self.note(said);
                    family_named |= matches!(said, AddressWord::Role | AddressWord::Family);
                }
            }
        }
        let first_is_given = matches!(parts.as_slice(), [_, second, ..] if !first_is_family(&parts, second));
        match parts.as_slice() {
            [] => {}
            [only] => match family_prefix(only) {
                Some(family) => {
                    self.parent = true;
                    self.add_family(&[family]);
                }
                None if family_named => self.add_family(&[only]),
                None => {
                    self.office |= is_glued_office(only);
                    self.run_together = Some((*only).to_owned());
                    if only.len() >= TELLING_WHOLE {
                        self.whole.insert((*only).to_owned());
                    }
                }
            },
            [first, rest @ ..] => {
                self.add_whole(first, rest);
                if family_named && !is_given_name(first) && first.len() >= TELLING {
                    self.add_family(&parts);
                } else if first_is_given {
                    self.add_family(rest);
                } else {
                    self.add_family(&[first]);
                }
            }
        }
    }

    /// "An Peeters", "Peeters, An", "Mevr. Peeters", "Mama van Lotte Verbist", "An Peeters (mama Lotte)", "Familie Koster"
    fn read_name(&mut self, name: &str) {
        let (outside, inside) = name.split_once('(').unwrap_or((name, ""));
        self.read_child(inside);
        self.read_child(outside);
        if !self.child.is_empty() && inside.is_empty() {
            return;
        }
        let turned = outside
            .split_once(',')
            .map(|(family, given)| format!("{given} {family}"));
        let words: Vec<String> = tokens(turned.as_deref().unwrap_or(outside))
            .into_iter()
            .map(|token| token.word)
            .collect();
        let mut kept: Vec<&str> = Vec::new();
        let mut without_given = false;
        for word in &words {
            match address_word(word) {
                Some(AddressWord::Particle) | None => kept.push(word),
                Some(said) => {
                    self.note(said);
                    without_given |= kept.is_empty() && said != AddressWord::Note;
                }
            }
        }
        match kept.as_slice() {
            [only] if without_given => self.add_family(&[only]),
            [] | [_] => {}
            [first, rest @ ..] => {
                self.add_whole(first, rest);
                let given_is_named = !without_given || is_given_name(first);
                self.add_family(if given_is_named { rest } else { &kept });
            }
        }
    }

    /// "mama van Lotte (Verbist)", "ouders Lotte"
    fn read_child(&mut self, text: &str) {
        let words = tokens(text);
        let mut words = words.iter().map(|token| token.word.as_str()).peekable();
        while let Some(word) = words.next() {
            if address_word(word) == Some(AddressWord::Role) {
                let linked = words
                    .next_if(|next| matches!(*next, "van" | "de" | "of" | "v"))
                    .is_some();
                // "Mama Lotte" is Lotte's mother only in brackets or with "van"; "Papa Peeters" stands on its own.
                if linked || text.trim_end().ends_with(')') {
                    self.parent = true;
                    self.child = words.by_ref().map(str::to_owned).collect();
                    let child = self.child.clone();
                    if let [_, family @ ..] = child.as_slice() {
                        self.add_family(&family.iter().map(String::as_str).collect::<Vec<_>>());
                    }
                }
            }
        }
    }

    fn add_whole(&mut self, first: &str, rest: &[&str]) {
        if is_given_name(first) {
            self.given.insert(first.to_owned());
        }
        let rest = rest.concat();
        if first.len() + rest.len() >= TELLING_WHOLE && first.len() > 1 {
            self.whole.insert(format!("{first}{rest}"));
            self.whole.insert(format!("{rest}{first}"));
        }
    }

    fn add_family(&mut self, words: &[&str]) {
        for word in words.iter().filter(|word| address_word(word).is_none()) {
            self.insert_family(word);
        }
        if words.len() > 1 {
            self.insert_family(&words.concat());
        }
    }

    fn insert_family(&mut self, word: &str) {
        if word.len() >= TELLING && !is_given_name(word) {
            self.families.insert(word.to_owned());
            if let Some(bare) = without_particle(word) {
                self.families.insert(bare.to_owned());
            }
        }
    }
}

/// `janssens.an`: the family name stands first when only the second word is a given name.
fn first_is_family(parts: &[&str], second: &str) -> bool {
    parts
        .first()
        .is_some_and(|first| first.len() >= TELLING && !is_given_name(first))
        && is_given_name(second)
}

/// `familiekoster` → `koster`
fn family_prefix(word: &str) -> Option<&str> {
    ["familie", "famille", "family", "gezin", "fam"]
        .into_iter()
        .find_map(|prefix| word.strip_prefix(prefix))
        .filter(|family| family.len() >= TELLING)
}

/// `vandenberghe` → `berghe`
fn without_particle(word: &str) -> Option<&str> {
    ["vanden", "vander", "vande", "van", "vd", "de"]
        .into_iter()
        .find_map(|prefix| word.strip_prefix(prefix))
        .filter(|bare| bare.len() > TELLING)
}
