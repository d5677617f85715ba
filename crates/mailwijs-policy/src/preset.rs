//! A template for a school with a certain tracking system.

use std::ops::Range;

use toml::{
    Spanned, Value,
    de::{DeTable, DeValue},
};

use crate::{known_system::KnownSystem, template::Template};

impl Template {
    /// The file, for a school with this tracking system: its name, and its page with the placeholder that the school replaces.
    /// Where the page is not known, the key for it waits behind a `#`.
    pub fn with_system(self, system: &KnownSystem) -> String {
        let mut file = self.toml().to_owned();
        let mut places = places(self.toml());
        // From the back, so that the places before stay where they are.
        places.sort_by_key(|(_, span)| std::cmp::Reverse(span.start));
        for (key, span) in places {
            match (key, system.page) {
                (Key::Name, _) => file.replace_range(span, &quoted(system.name)),
                (Key::Page, Some(page)) => file.replace_range(span, &quoted(page)),
                (Key::Page, None) => {
                    file.replace_range(span.clone(), "\"https://…\"");
                    let line = file.get(..span.start).and_then(|before| before.rfind('\n'));
                    file.insert_str(line.map_or(0, |end| end + 1), "# ");
                }
            }
        }
        file
    }
}

#[derive(Clone, Copy)]
enum Key {
    Name,
    Page,
}

/// Where the values of a template stand that differ from system to system.
fn places(template: &str) -> Vec<(Key, Range<usize>)> {
    let (file, _) = DeTable::parse_recoverable(template);
    let system = file.get_ref().get("tracking_system").map(Spanned::get_ref);
    let Some(DeValue::Table(system)) = system else {
        return Vec::new();
    };
    let keys = [("name", Key::Name), ("url", Key::Page)];
    let place = |(name, key)| Some((key, system.get(name)?.span()));
    keys.into_iter().filter_map(place).collect()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Policy, TrackingSystem};

    fn system(policy: &str) -> TrackingSystem {
        let policy = Policy::parse(policy).unwrap_or_else(|errors| panic!("{errors}"));
        policy.tracking_system.unwrap()
    }

    #[test]
    fn every_template_can_be_made_for_every_system() {
        for template in Template::ALL {
            let plain = system(template.toml());
            for known in KnownSystem::all() {
                let made = template.with_system(known);
                let filled_in = made.replace(KnownSystem::PLACEHOLDER, "sintjan");
                let system = system(&filled_in);
                assert_eq!(system.name, known.name);
                let page = known
                    .page
                    .map(|page| page.replace(KnownSystem::PLACEHOLDER, "sintjan"));
                assert_eq!(system.url.map(String::from), page.map(|page| page + "/"));
                assert_eq!(
                    (system.webdav, system.delegates),
                    (plain.webdav.clone(), plain.delegates.clone())
                );
                assert_eq!(made.lines().count(), template.toml().lines().count());
            }
        }
    }

    #[test]
    fn a_page_of_ones_own_must_be_filled_in_first() {
        for known in KnownSystem::all() {
            let accepted = Policy::parse(&Template::Flemish.with_system(known)).is_ok();
            assert_eq!(accepted, !known.is_per_school(), "{}", known.name);
        }
    }

    #[test]
    fn a_page_that_is_not_known_waits_for_the_school() {
        let made = Template::Flemish.with_system(KnownSystem::named("Questi").unwrap());
        assert!(
            made.contains("\nname = \"Questi\"\n# url = \"https://…\" "),
            "{made}"
        );
    }
}
