//! How much one domain looks like another.

use std::collections::HashSet;
use std::sync::LazyLock;

use strsim::osa_distance;
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;

use super::Host;
use crate::words::rows;

/// How a domain looks like one it is not, from the surest to the least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likeness {
    /// Characters that look the same: `kbс.be` with a Cyrillic letter, `srnartschool.be`, `micros0ft.com`.
    SameLook,
    /// The whole real domain stands before another one: `kbc.be.example`.
    InFront,
    /// The real name with a word that lures, or at a host where anybody gets a name: `kbc-login.example`.
    WithBait,
    /// The real name under an ending that costs next to nothing: `kbc.top`.
    CheapEnding,
    /// One letter more, less or other in a long name.
    OneLetter,
    /// One letter more, less or other in a short name, or two in a long one, or a hyphen.
    Near,
}

/// A name of this many letters is long: another one hardly comes this near by chance.
const LONG: usize = 8;
/// From so many letters two may differ.
const VERY_LONG: usize = 10;
/// Shorter names are near too many others.
const SHORT: usize = 5;
/// A name of fewer letters is no word to look for between hyphens.
const TOO_SHORT: usize = 3;

/// Sequences of letters that look like one.
const DIGRAPHS: &[(&str, &str)] = &[("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m")];

static BAIT: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/bait-words.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect()
});

/// Whether the table has this word of this kind.
pub fn is_bait(kind: &str, word: &str) -> bool {
    BAIT.contains(&(kind, word))
}

/// A host and what its registered label looks like.
#[derive(Debug, Clone)]
pub struct Look {
    /// The host.
    pub host: Host,
    folded: String,
    /// A part between hyphens lures.
    lures: bool,
    /// Anybody gets a name there.
    anybodys: bool,
}

impl Look {
    /// What a host looks like.
    pub fn of(host: Host) -> Self {
        let folded = folded(host.label());
        let lures = host.label().split('-').any(|part| is_bait("word", part));
        let anybodys = is_bait("host", host.suffix()) || is_bait("host", host.registered());
        Self {
            host,
            folded,
            lures,
            anybodys,
        }
    }
}

/// How a host looks like the known domain `known`, which it does not lie under; `None` when it does not.
pub fn likeness(look: &Look, known: &Look) -> Option<Likeness> {
    let (host, same_look) = (&look.host, look.folded == known.folded);
    let known = &known.host;
    let real = known.label();
    let label = host.label();
    if host.registered() == known.registered() || real.len() < TOO_SHORT || label.is_empty() {
        return None;
    }
    if label != real && same_look && real.len() > TOO_SHORT {
        return Some(Likeness::SameLook);
    }
    let before: Vec<&str> = host.under().collect();
    let whole: Vec<&str> = known.registered().split('.').collect();
    let in_front = before.windows(whole.len()).any(|labels| labels == whole);
    let glued = format!("{}-", known.registered().replace('.', "-"));
    if in_front || label.starts_with(&glued) {
        return Some(Likeness::InFront);
    }
    let parts: Vec<&str> = label.split('-').collect();
    if parts.contains(&real) && parts.len() > 1 && look.lures
        || look.anybodys
            && (parts.contains(&real)
                || before
                    .iter()
                    .any(|label| label.split('-').any(|part| part == real)))
        || is_word_and_bait(label, real)
    {
        return Some(Likeness::WithBait);
    }
    if label == real {
        return is_bait("ending", host.suffix()).then_some(Likeness::CheapEnding);
    }
    near(label, real)
}

/// `kbclogin`, `loginkbc`; names of a few letters are part of too many words.
fn is_word_and_bait(label: &str, real: &str) -> bool {
    let rest = label.strip_prefix(real).or_else(|| label.strip_suffix(real));
    real.len() >= SHORT && rest.is_some_and(|rest| is_bait("word", rest))
}

fn near(label: &str, real: &str) -> Option<Likeness> {
    if real.len() < SHORT || label.len().abs_diff(real.len()) > 2 {
        return None;
    }
    if label.replace('-', "") == real.replace('-', "") {
        return Some(Likeness::Near);
    }
    match osa_distance(label, real) {
        1 if real.len() >= LONG => Some(Likeness::OneLetter),
        1 => Some(Likeness::Near),
        2 if real.len() >= VERY_LONG => Some(Likeness::Near),
        _ => None,
    }
}

/// What a label looks like: confusable characters (UTS 39), digits for letters, and letters that run together.
fn folded(label: &str) -> String {
    let (written, _) = idna::domain_to_unicode(label);
    let mut look: String = skeleton(&written)
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '0' => 'o',
            '1' | 'i' | '|' => 'l',
            '3' => 'e',
            '5' => 's',
            _ => letter,
        })
        .collect();
    for (pair, one) in DIGRAPHS {
        look = look.replace(pair, one);
    }
    // A mark on a letter is easily overlooked.
    crate::words::fold(&look)
}

/// Whether a label of the host, an internationalised one, mixes scripts so that it can pass for another name.
pub fn mixes_scripts(host: &Host) -> bool {
    host.name
        .split('.')
        .filter(|label| label.starts_with("xn--"))
        .any(|label| {
            let (written, _) = idna::domain_to_unicode(label);
            !written.as_str().is_single_script()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Likeness::*;

    fn of(host: &str, known: &str) -> Option<Likeness> {
        let look = |name| Look::of(Host::parse(name).unwrap());
        likeness(&look(host), &look(known))
    }

    #[test]
    fn names_that_look_like_another() {
        for (host, known, expected) in [
            ("kbс-online.be", "kbс-online.be", None),
            ("smartschооl.be", "smartschool.be", Some(SameLook)),
            ("srnartschool.be", "smartschool.be", Some(SameLook)),
            ("micros0ft.com", "microsoft.com", Some(SameLook)),
            ("ìtsme.be", "itsme.be", Some(SameLook)),
            ("ltsme.be", "itsme.be", Some(SameLook)),
            ("smartschool.be.aanmelden.top", "smartschool.be", Some(InFront)),
            ("kbc-be-klant.info", "kbc.be", Some(InFront)),
            ("kbc-login.com", "kbc.be", Some(WithBait)),
            ("bpostlevering.com", "bpost.be", Some(WithBait)),
            ("smartschool.weebly.com", "smartschool.be", Some(WithBait)),
            ("itsme.top", "itsme.be", Some(CheapEnding)),
            ("smartscool.be", "smartschool.be", Some(OneLetter)),
            ("smart-school.be", "smartschool.be", Some(Near)),
            ("itsmee.be", "itsme.be", Some(Near)),
        ] {
            assert_eq!(of(host, known), expected, "{host} beside {known}");
        }
    }

    #[test]
    fn names_of_others() {
        for (host, known) in [
            ("login.kbc.be", "kbc.be"),
            ("kbc-brussels.be", "kbc.be"),
            ("smartschool.sintjan.be", "smartschool.be"),
            ("post.be", "bpost2.be"),
            ("ing.nl", "ing.be"),
            ("kb.nl", "kbc.be"),
            ("wing.be", "ing.be"),
            ("koning-login.be", "ing.be"),
            ("klasse.be", "klascement.net"),
            ("vandijk.nl", "vanin.be"),
        ] {
            assert_eq!(of(host, known), None, "{host} beside {known}");
        }
    }

    #[test]
    fn mixed_scripts() {
        assert!(mixes_scripts(&Host::parse("kbс.be").unwrap()));
        assert!(!mixes_scripts(&Host::parse("école.be").unwrap()));
        assert!(!mixes_scripts(&Host::parse("школа.be").unwrap()));
        assert!(!mixes_scripts(&Host::parse("kbc.be").unwrap()));
    }
}
