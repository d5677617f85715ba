//! Whether the sensitive data that was found is called by its name.

use std::collections::BTreeMap;

use mailwijs_detect::Category;
use serde::Serialize;

use super::count::Count;
use super::outcome::{Outcome, SENSITIVE};
use super::share::Share;

/// Categories, on mails where `sensitive-pupil-data` is found rightly.
#[derive(Debug, Default, Serialize)]
pub struct Categories {
    /// Hits, false alarms and misses of each category.
    pub each: BTreeMap<&'static str, Count>,
    /// Mails of which every labelled category was found.
    pub all_labelled: Share,
    /// Mails of which the labelled categories were found and no others.
    pub exactly: Share,
    /// Ids of mails with another category than labelled, or one too few.
    pub wrong: Vec<String>,
}

impl Categories {
    pub(super) fn add(&mut self, outcome: &Outcome<'_>) {
        let mail = outcome.mail;
        let found = match outcome.found.get(SENSITIVE) {
            Some(found) if mail.expect.contains(SENSITIVE) => &found.categories,
            _ => return,
        };
        let (mut missing, mut more) = (false, false);
        for category in Category::ALL {
            let expected = mail.categories.contains(category.as_str());
            let found = found.contains(&category);
            self.each
                .entry(category.as_str())
                .or_default()
                .add(expected, found);
            missing |= expected && !found;
            more |= found && !expected;
        }
        self.all_labelled.add(!missing);
        self.exactly.add(!missing && !more);
        if missing || more {
            self.wrong.push(mail.id.clone());
        }
    }
}
