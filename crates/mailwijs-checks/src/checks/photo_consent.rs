//! Photos or film of pupils go out or online (communication policy §5; Kennisnet: protocol for photos and video).
//!
//! Three ways: pictures attached for people outside the school, a link to an album, and words that announce a publication. The words
//! must say that it is photos *of pupils*; a mail that asks for consent, or says that it was given, is left alone.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use mailwijs_detect::{EntityKind, Person, Span};
use mailwijs_mail::{Address, Attachment, Part};
use mailwijs_policy::{AccountKind, RuleId};

use super::private_account::is_written_at_work;
use crate::links::{OwnLink, Service, own_links};
use crate::people::households;
use crate::registry::OUTGOING;
use crate::words::{Phrases, Sentence, own_sentences, tokens, two_columns};
use crate::{Channel, Check, Context, Evidence, Fact, Fix, Found};

/// How many words after "photos" it says of whom, at most, where nothing but words speaks.
const OF_WHOM: usize = 6;
/// The most attached pictures that are shown.
const SHOWN: usize = 3;

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::PhotoConsent,
    directions: OUTGOING,
    channels: &[Channel::Mail, Channel::Internal, Channel::Chat, Channel::Social],
    run,
};

/// What words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// Photos or film.
    Photo,
    /// Pupils.
    Pupils,
    /// Photos of pupils, in one word: "klasfoto".
    PhotoOfPupils,
    /// Where something is published.
    Place,
    /// Putting it there.
    Publish,
    /// Consent is asked or given, or nobody can be recognised.
    Consent,
}

static WORDS: LazyLock<Phrases<Said>> = LazyLock::new(|| {
    Phrases::new(
        include_str!("../../../../assets/checks/photo-words.tsv"),
        two_columns(Said::parse),
    )
});

impl Said {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "photo" => Some(Self::Photo),
            "pupils" => Some(Self::Pupils),
            "photo-of-pupils" => Some(Self::PhotoOfPupils),
            "place" => Some(Self::Place),
            "publish" => Some(Self::Publish),
            "consent" => Some(Self::Consent),
            _ => None,
        }
    }
}

fn run(context: &Context<'_>) -> Option<Found> {
    let mut sentences = own_sentences(context);
    let pictures = pictures(context);
    sentences.extend(pictures.iter().map(|(part, file)| Sentence {
        part: *part,
        words: tokens(&file.name),
    }));
    if sentences
        .iter()
        .any(|sentence| all_said(sentence).contains(&Said::Consent))
    {
        return None;
    }
    let shows_pupils = sentences
        .iter()
        .find(|sentence| is_of_pupils(context, sentence))?;
    if !is_written_at_work(context) {
        return None;
    }
    let published = sentences
        .iter()
        .find(|sentence| is_of_pupils(context, sentence) && is_published(context, sentence));
    let (how, mut evidence) = if let Some(sentence) = published {
        ("published", words(context, sentence))
    } else if !goes_out(context) {
        return None;
    } else if !pictures.is_empty() {
        let files = pictures.iter().take(SHOWN);
        let files = files.filter_map(|(part, file)| named(context, *part, file));
        ("attached", files.chain(words(context, shows_pupils)).collect())
    } else {
        let links = own_links(context);
        let album = |link: &&OwnLink| Service::of(&link.address).is_some();
        let links = links.iter().filter(album);
        let shown: Vec<Evidence> = links.filter_map(|link| context.evidence(&link.span)).collect();
        if shown.is_empty() {
            return None;
        }
        ("album", [shown, words(context, shows_pupils)].concat())
    };
    evidence.sort_by_key(|one| (one.span.part, one.span.range.start));
    evidence.dedup();
    Some(Found {
        facts: vec![
            ("how", Fact::Word(how.to_owned())),
            (
                "count",
                Fact::Count(u32::try_from(pictures.len()).unwrap_or(u32::MAX)),
            ),
        ],
        evidence,
        fixes: vec![Fix::RemoveText],
        ..Found::default()
    })
}

/// Photos and films among the attachments; a logo inside the text is none.
fn pictures<'a>(context: &Context<'a>) -> Vec<(Part, &'a Attachment)> {
    let files = context.mail.attachments.iter().enumerate();
    files
        .filter(|(_, file)| !file.inline && is_picture(file))
        .map(|(index, file)| (Part::Attachment(index), file))
        .collect()
}

fn is_picture(file: &Attachment) -> bool {
    const ENDINGS: [&str; 10] = [
        "jpg", "jpeg", "png", "heic", "heif", "webp", "mp4", "mov", "avi", "m4v",
    ];
    let ending = file
        .name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    ["image/", "video/"]
        .iter()
        .any(|media| file.media_type.starts_with(media))
        || ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The name of an attachment as evidence: the last line of its text.
fn named(context: &Context<'_>, part: Part, file: &Attachment) -> Option<Evidence> {
    let start = context.text(part)?.rfind(&file.name)?;
    let range = start..start + file.name.len();
    context.evidence(&Span { part, range })
}

fn all_said(sentence: &Sentence) -> BTreeSet<Said> {
    WORDS.all(&sentence.words).map(|(said, _)| *said).collect()
}

/// "Foto's van de klas", "het filmpje van Lotte".
fn is_of_pupils(context: &Context<'_>, sentence: &Sentence) -> bool {
    let said = all_said(sentence);
    said.contains(&Said::PhotoOfPupils)
        || said.contains(&Said::Photo) && (said.contains(&Said::Pupils) || names_a_pupil(context, sentence))
}

fn names_a_pupil(context: &Context<'_>, sentence: &Sentence) -> bool {
    let Some(whole) = sentence.span(0..sentence.words.len()) else {
        return false;
    };
    context.entities.all.iter().any(|entity| {
        let named = matches!(entity.kind, EntityKind::Pupil(person) if person >= Person::Initials);
        named
            && entity.span.part == whole.part
            && whole.range.start <= entity.span.range.start
            && entity.span.range.end <= whole.range.end
    })
}

/// "Ik zet de foto's van de klas op Facebook"; what is written for social media is published as it is.
fn is_published(context: &Context<'_>, sentence: &Sentence) -> bool {
    let all: Vec<_> = WORDS.all(&sentence.words).collect();
    let says = |wanted| all.iter().any(|(said, _)| **said == wanted);
    let photos_of_pupils = all.iter().any(|(said, photo)| match said {
        Said::PhotoOfPupils => true,
        Said::Photo => all.iter().any(|(said, whom)| {
            **said == Said::Pupils && (photo.end..photo.end + OF_WHOM).contains(&whom.start)
        }),
        _ => false,
    });
    let named = names_a_pupil(context, sentence);
    context.channel == Channel::Social
        || says(Said::Place) && says(Said::Publish) && (photos_of_pupils || named)
}

/// People outside the school read it: other than one family, which may see its own child.
fn goes_out(context: &Context<'_>) -> bool {
    if context.channel == Channel::Chat {
        return true;
    }
    let readers: Vec<(&Address, AccountKind)> = context
        .everyone()
        .filter(|recipient| !context.is_own(&recipient.address))
        .map(|recipient| (&recipient.address, context.kind(&recipient.address)))
        .filter(|(_, kind)| !matches!(kind, AccountKind::School | AccountKind::General))
        .collect();
    readers.iter().any(|(_, kind)| *kind == AccountKind::Group) || households(&readers).len() > 1
}

/// The words from the first to the last that say so.
fn words(context: &Context<'_>, sentence: &Sentence) -> Vec<Evidence> {
    let places: Vec<_> = WORDS.all(&sentence.words).map(|(_, place)| place).collect();
    let start = places.iter().map(|place| place.start).min();
    let end = places.iter().map(|place| place.end).max();
    let range = start.zip(end).map(|(start, end)| start..end);
    range
        .and_then(|range| context.evidence(&sentence.span(range)?))
        .filter(|evidence| !matches!(evidence.span.part, Part::Attachment(_)))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Said;
    use crate::words::{faults, two_columns};

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/photo-words.tsv");
        assert_eq!(faults(table, two_columns(Said::parse)), [""; 0]);
    }
}
