//! The page about a rule, for teachers and ICT coordinators.

use crate::{Lang, RuleText, Texts, sources};

/// The page about a rule as Markdown: what it looks at, when it stays silent, why, and how the policy sets it.
/// `None` for a rule without texts.
pub fn rule_page(rule_id: &str, lang: Lang) -> Option<String> {
    sources().any(|source| source.rule == Some(rule_id)).then(|| {
        let texts = Texts::new(lang);
        let says = |what| texts.rule(rule_id, what, &[]);
        let heading = |id| texts.get(id, &[]);
        format!(
            "# {name}\n\n`{rule_id}`\n\n\
             ## {looks_at_heading}\n\n{looks_at}\n\n\
             ## {silent_heading}\n\n{silent}\n\n\
             ## {why_heading}\n\n{why}\n\n\
             ## {policy_heading}\n\n{policy}\n\n\
             ```toml\n[rules.{rule_id}]\nlevel = \"warn\"\n```\n",
            name = says(RuleText::Name),
            looks_at_heading = heading("rule-page-looks-at"),
            looks_at = says(RuleText::LooksAt),
            silent_heading = heading("rule-page-stays-silent"),
            silent = says(RuleText::StaysSilent),
            why_heading = heading("rule-page-why"),
            why = says(RuleText::Why),
            policy_heading = heading("rule-page-policy"),
            policy = heading("rule-page-policy-text"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::rule_page;
    use crate::Lang;

    #[test]
    fn a_page_tells_what_when_not_and_why() {
        let page = rule_page("visible-recipients", Lang::Nl).unwrap();
        assert!(
            page.starts_with("# Zichtbare ontvangers\n\n`visible-recipients`\n"),
            "{page}"
        );
        for heading in ["## Waar het naar kijkt", "## Wanneer het zwijgt", "## Waarom"] {
            assert!(page.contains(heading), "{heading} missing in {page}");
        }
        assert!(!page.contains("{$"), "{page}");
    }

    #[test]
    fn there_is_no_page_for_a_rule_without_texts() {
        assert_eq!(rule_page("no-such-rule", Lang::Nl), None);
    }
}
