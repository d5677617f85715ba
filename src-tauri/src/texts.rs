//! The shell's own texts (tray, notifications), from the same files the pages read.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// The files of one language.
type Sources = [&'static str; 2];

const NL: Sources = [
    include_str!("../../assets/i18n/nl/desktop.ftl"),
    include_str!("../../assets/i18n/nl/desktop-lvs.ftl"),
];
const FR: Sources = [
    include_str!("../../assets/i18n/fr/desktop.ftl"),
    include_str!("../../assets/i18n/fr/desktop-lvs.ftl"),
];
const EN: Sources = [
    include_str!("../../assets/i18n/en/desktop.ftl"),
    include_str!("../../assets/i18n/en/desktop-lvs.ftl"),
];

/// The texts in one language.
pub struct Texts(FluentBundle<FluentResource>);

impl Texts {
    /// The texts for `nl`, `fr` or `en`; anything else reads Dutch.
    pub fn new(lang: &str) -> Self {
        let (tag, sources) = match lang {
            "fr" => ("fr", FR),
            "en" => ("en", EN),
            _ => ("nl", NL),
        };
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// The text with this id, or the id itself when there is none.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The text with this id and its arguments filled in.
    pub fn with(&self, id: &str, args: &[(&'static str, &str)]) -> String {
        let Some(pattern) = self.0.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, *value)).collect();
        self.0
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{EN, FR, NL, Sources, Texts};
    use std::collections::BTreeSet;

    fn ids(sources: Sources) -> BTreeSet<&'static str> {
        let starts = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
        sources
            .into_iter()
            .flat_map(str::lines)
            .filter(starts)
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .collect()
    }

    #[test]
    fn every_file_is_well_formed() {
        for source in [NL, FR, EN].concat() {
            assert!(fluent_bundle::FluentResource::try_new(source.to_owned()).is_ok());
        }
    }

    #[test]
    fn french_and_english_say_everything_dutch_says() {
        assert_eq!(ids(NL), ids(FR));
        assert_eq!(ids(NL), ids(EN));
    }

    #[test]
    fn speaks_the_language_asked_for_and_dutch_otherwise() {
        assert_eq!(Texts::new("en").get("tray-open"), "Open Mailwijs");
        assert_eq!(Texts::new("fr").get("tray-open"), "Ouvrir Mailwijs");
        assert_eq!(
            Texts::new("de").get("tray-quit"),
            Texts::new("nl").get("tray-quit")
        );
    }
}
