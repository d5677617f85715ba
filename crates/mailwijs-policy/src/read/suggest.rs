//! "Did you mean …?"

/// How alike two words must be (Jaro-Winkler, 0 to 1) before one is offered for the other.
const ALIKE: f64 = 0.8;

/// The candidate most like the word, if any is like it.
pub(super) fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = plain(word);
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Without case, and with one kind of joint between words.
fn plain(word: &str) -> String {
    word.to_lowercase().replace(['-', ' '], "_")
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn offers_what_looks_alike_and_nothing_else() {
        let keys = ["name", "country", "domains", "pupil_domains"];
        assert_eq!(closest("domain", keys).as_deref(), Some("domains"));
        assert_eq!(closest("Pupil-Domains", keys).as_deref(), Some("pupil_domains"));
        assert_eq!(closest("contry", keys).as_deref(), Some("country"));
        assert_eq!(closest("phone", keys), None);
    }
}
