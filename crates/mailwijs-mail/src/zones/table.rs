//! Tab-separated word lists that are compiled in.

/// The rows of a table, without comments; missing columns are empty.
pub(super) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut columns = line.split('\t');
            std::array::from_fn(|_| columns.next().unwrap_or_default().trim())
        })
}

#[cfg(test)]
mod tests {
    use super::rows;
    use std::collections::HashSet;

    #[test]
    fn word_lists_hold_each_phrase_once_in_lower_case() {
        let tables = [
            (
                include_str!("../../../../assets/mail/closings.tsv"),
                ["closing", "thanks", "footer"],
            ),
            (
                include_str!("../../../../assets/mail/disclaimers.tsv"),
                ["heading", "opening", "marker"],
            ),
            (
                include_str!("../../../../assets/mail/quotes.tsv"),
                ["divider", "label", "intro"],
            ),
        ];
        for (table, kinds) in tables {
            let mut seen = HashSet::new();
            for [kind, language, text, meaning] in rows(table) {
                assert!(kinds.contains(&kind), "{kind}");
                assert!(["nl", "fr", "en", "de"].contains(&language), "{text}");
                assert!(!text.is_empty() || !meaning.is_empty());
                assert_eq!(text, text.to_lowercase());
                // A word may stand for the same thing in two languages ("date").
                assert!(
                    seen.insert((kind, language, text, meaning)),
                    "{text} stands there twice"
                );
            }
        }
    }
}
