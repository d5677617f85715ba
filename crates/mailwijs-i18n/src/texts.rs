//! The texts of one language, ready to be filled in.

use std::collections::HashMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::typography::typeset;
use crate::{Arg, Lang, sources};

/// The texts of one language, with Dutch behind them for what it lacks.
pub struct Texts {
    lang: Lang,
    chosen: Bundles,
    /// Absent when the language is Dutch itself.
    fallback: Option<Bundles>,
}

/// What a rule says about itself and its findings; the ids of the messages in `assets/rules/<rule>/<lang>.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleText {
    /// The rule's name, for lists and settings.
    Name,
    /// What was found, in one line: the head of the nudge card.
    Title,
    /// What was found, and what to do about it, in a sentence or two.
    Message,
    /// Why it matters.
    Why,
    /// What the rule looks at, for its page.
    LooksAt,
    /// When the rule stays silent, for its page.
    StaysSilent,
}

impl RuleText {
    /// Every text a rule must have.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::Title,
        Self::Message,
        Self::Why,
        Self::LooksAt,
        Self::StaysSilent,
    ];

    /// The id of the Fluent message.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Message => "message",
            Self::Why => "why",
            Self::LooksAt => "looks-at",
            Self::StaysSilent => "stays-silent",
        }
    }
}

impl Texts {
    /// The texts of a language.
    pub fn new(lang: Lang) -> Self {
        let fallback = (lang != Lang::default()).then(|| Bundles::new(Lang::default()));
        Self {
            lang,
            chosen: Bundles::new(lang),
            fallback,
        }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A text that belongs to no rule. An id that exists in no language is returned as it is.
    pub fn get(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.find(id, args, |bundles| Some(&bundles.other))
            .unwrap_or_else(|| id.to_owned())
    }

    /// What a rule says. `args` are the facts of the finding; a rule without texts answers with its id.
    pub fn rule(&self, rule_id: &str, what: RuleText, args: &[(&str, Arg)]) -> String {
        self.find(what.id(), args, |bundles| bundles.rules.get(rule_id))
            .unwrap_or_else(|| rule_id.to_owned())
    }

    /// The label of a fix's button, by the fix's id (`move-to-bcc`).
    pub fn fix(&self, fix_id: &str) -> String {
        self.find(&format!("fix-{fix_id}"), &[], |bundles| Some(&bundles.other))
            .unwrap_or_else(|| fix_id.to_owned())
    }

    fn find<'a>(
        &'a self,
        id: &str,
        args: &[(&str, Arg)],
        bundle_of: impl Fn(&'a Bundles) -> Option<&'a Bundle>,
    ) -> Option<String> {
        std::iter::once(&self.chosen)
            .chain(&self.fallback)
            .filter_map(bundle_of)
            .find_map(|bundle| format(bundle, id, args))
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

type Bundle = FluentBundle<FluentResource>;

/// One language's messages: each rule has its own ids, all other files share theirs.
struct Bundles {
    rules: HashMap<&'static str, Bundle>,
    other: Bundle,
}

impl Bundles {
    fn new(lang: Lang) -> Self {
        let mut all = Self {
            rules: HashMap::new(),
            other: empty_bundle(lang),
        };
        for source in sources().filter(|source| source.lang == lang) {
            // A test proves that every file parses; should one not, its sound messages are still used.
            let text = typeset(lang, source.text).into_owned();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(sound, _)| sound);
            let bundle = match source.rule {
                Some(rule) => all.rules.entry(rule).or_insert_with(|| empty_bundle(lang)),
                None => &mut all.other,
            };
            bundle.add_resource_overriding(resource);
        }
        all
    }
}

fn empty_bundle(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![lang.identifier()]);
    // Every text is left-to-right; isolation marks would end up in JSON and on the clipboard.
    bundle.set_use_isolating(false);
    bundle
}

fn format(bundle: &Bundle, id: &str, args: &[(&str, Arg)]) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        values.set(*name, arg);
    }
    // Errors are arguments that were not given; the text then shows their name, which tests look for.
    Some(
        bundle
            .format_pattern(pattern, Some(&values), &mut Vec::new())
            .into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::{RuleText, Texts};
    use crate::{Arg, Lang};

    #[test]
    fn counts_decide_on_singular_and_plural() {
        let title = |lang, count: u32| {
            let args = [("count", Arg::from(count)), ("people", Arg::from("parents"))];
            Texts::new(lang).rule("visible-recipients", RuleText::Title, &args)
        };
        assert_eq!(title(Lang::Nl, 12), "12 ouders zien elkaars adres");
        assert_eq!(title(Lang::En, 12), "12 parents can see each other's address");
        assert_eq!(title(Lang::Fr, 12), "12 parents voient l'adresse des autres");
        let passwords = |count: u32| {
            Texts::new(Lang::Nl).rule(
                "password",
                RuleText::Title,
                &[("count", count.into()), ("channel", "mail".into())],
            )
        };
        assert_eq!(passwords(1), "Er staat een wachtwoord in deze mail");
        assert_eq!(passwords(2), "Er staan 2 wachtwoorden in deze mail");
    }

    #[test]
    fn an_unknown_id_is_shown_as_it_is() {
        let texts = Texts::new(Lang::Fr);
        assert_eq!(texts.get("no-such-text", &[]), "no-such-text");
        assert_eq!(texts.rule("no-such-rule", RuleText::Title, &[]), "no-such-rule");
        assert_eq!(texts.fix("no-such-fix"), "no-such-fix");
    }

    #[test]
    fn no_invisible_marks_get_in() {
        let text = Texts::new(Lang::Nl).get("part-attachment", &[("name", "verslag.pdf".into())]);
        assert_eq!(text, "in de bijlage verslag.pdf");
    }

    #[test]
    fn texts_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Texts>();
    }
}
