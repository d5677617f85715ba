//! Names made to look like the school's, a partner's or a known provider's: of the sender, of where answers go, of links.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::sender::{Sender, is_known, known_domains, own_domains};
use super::sign::{Kind, Sign};
use crate::Context;
use crate::domains::{Brand, Host, Likeness, Look, brands, likeness, mixes_scripts};
use crate::links::{WebAddress, is_tracker};

/// So many different hosts of links are looked at.
const LOOKED_AT: usize = 200;

/// So many addresses that answers go to are looked at.
const MOST_ANSWERS: usize = 50;

/// A name that others may be made to look like.
struct Known {
    look: Look,
    /// The school's or a partner's: other schools have names like it.
    school: bool,
    /// Its name is also a word.
    word: bool,
}

/// The signs of such names.
pub fn signs(context: &Context<'_>, sender: &Sender<'_>) -> Vec<Sign> {
    let known = near(context);
    let mut signs = Vec::new();
    let answers = context.mail.reply_to.iter();
    let writers = sender
        .host
        .iter()
        .cloned()
        .chain(answers.filter_map(|to| Host::of_email(&to.email)));
    let writers: BTreeSet<Host> = writers.take(MOST_ANSWERS).collect();
    for host in writers {
        if let Some(strong) = judged(context, sender, &known, &host, true) {
            signs.extend(Sign::of_sender(context, Kind::LookAlike, strong));
        }
    }
    let mut seen = BTreeSet::new();
    for (index, link) in context.mail.links.iter().enumerate() {
        let Some(host) = WebAddress::parse(&link.target).and_then(|address| Host::parse(&address.host))
        else {
            continue;
        };
        if seen.len() >= LOOKED_AT || !seen.insert(host.name.clone()) || is_tracker(&host) {
            continue;
        }
        if let Some(strong) = judged(context, sender, &known, &host, false) {
            signs.extend(Sign::of_link(context, Kind::LookAlike, strong, index));
        }
    }
    signs
}

/// The known providers.
static PROVIDERS: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |brand: &Brand| {
        Some(Known {
            look: Look::of(Host::parse(brand.domains.first()?)?),
            school: false,
            word: brand.is_word,
        })
    };
    brands().iter().filter_map(known).collect()
});

/// The school and its partners.
fn near(context: &Context<'_>) -> Vec<Known> {
    let near = own_domains(context).chain(known_domains(context));
    near.map(|host| Known {
        look: Look::of(host),
        school: true,
        word: false,
    })
    .collect()
}

/// Whether a host looks like one it is not, and whether that is sure; `None` when it does not.
fn judged(
    context: &Context<'_>,
    sender: &Sender<'_>,
    known: &[Known],
    host: &Host,
    writes: bool,
) -> Option<bool> {
    if Brand::of(host).is_some() || is_known(context, host) {
        return None;
    }
    if mixes_scripts(host) {
        return Some(true);
    }
    let look = Look::of(host.clone());
    known
        .iter()
        .chain(PROVIDERS.iter())
        .filter_map(|known| {
            let likeness = likeness(&look, &known.look)?;
            weighed(likeness, known, writes, sender.bulk)
        })
        .max()
}

/// How much a likeness says: `true` is sure, `None` nothing at all.
fn weighed(likeness: Likeness, known: &Known, writes: bool, bulk: bool) -> Option<bool> {
    match likeness {
        Likeness::SameLook | Likeness::InFront => Some(true),
        Likeness::WithBait | Likeness::CheapEnding => Some(!known.school && !known.word && !bulk),
        _ if known.word || bulk => None,
        Likeness::OneLetter => Some(!known.school && writes),
        Likeness::Near => writes.then_some(false),
    }
}
