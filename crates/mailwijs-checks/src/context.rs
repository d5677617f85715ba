//! What a check sees.

use std::borrow::Cow;

use mailwijs_detect::{Entities, Entity, Span};
use mailwijs_mail::{Address, Direction, Field, Mail, Part, Recipient, ZoneKind};
use mailwijs_policy::{AccountKind, KindOverrides, Policy};

use crate::people::same_person;
use crate::{Circles, Evidence};

/// How a text travels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// E-mail.
    #[default]
    Mail,
    /// The school's own message system: the same rules as mail (communication policy §4.1).
    Internal,
    /// Chat: no pupil is named at all (§4.2).
    Chat,
    /// Social media: no pupil is named without consent (§5).
    Social,
    /// An online lesson or meeting (§4.3).
    Video,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 5] = [Self::Mail, Self::Internal, Self::Chat, Self::Social, Self::Video];

    /// The word used on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Internal => "internal",
            Self::Chat => "chat",
            Self::Social => "social",
            Self::Video => "video",
        }
    }

    /// The channel with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == word)
    }
}

/// One mail and everything that decides what is said of it.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The mail.
    pub mail: &'a Mail,
    /// Which way it goes.
    pub direction: Direction,
    /// How it travels.
    pub channel: Channel,
    /// The school's policy.
    pub policy: &'a Policy,
    /// What was detected in it.
    pub entities: &'a Entities,
    /// The attachments' texts: index in [`Mail::attachments`], text.
    pub attachments: &'a [(usize, String)],
    /// The teacher's corrections of account kinds.
    pub kinds: Option<&'a KindOverrides>,
    /// The teacher's own addresses: the identities of the mail client.
    pub own_addresses: &'a [String],
    /// Whom the teacher writes to together, when that is known.
    pub circles: Option<&'a Circles>,
}

impl<'a> Context<'a> {
    /// A mail's context, without attachment texts, corrections or identities; set those fields where they are known.
    pub const fn new(
        mail: &'a Mail,
        direction: Direction,
        policy: &'a Policy,
        entities: &'a Entities,
    ) -> Self {
        Self {
            mail,
            direction,
            channel: Channel::Mail,
            policy,
            entities,
            attachments: &[],
            kinds: None,
            own_addresses: &[],
            circles: None,
        }
    }

    /// What an address is to the school, after the teacher's corrections.
    pub fn kind(&self, address: &Address) -> AccountKind {
        match self.kinds {
            Some(kinds) => self.policy.kind_with_overrides(&address.email, kinds),
            None => self.policy.kind_of(&address.email),
        }
    }

    /// Whether an address is the writer's own: the sender's, one of the identities, or one in the sender's name.
    pub fn is_own(&self, address: &Address) -> bool {
        let listed = self
            .own_addresses
            .iter()
            .any(|own| own.eq_ignore_ascii_case(&address.email));
        listed
            || self
                .mail
                .from
                .as_ref()
                .is_some_and(|from| same_person(from, address))
    }

    /// Complete addresses in To and Cc, which every reader sees.
    pub fn visible(&self) -> impl Iterator<Item = &'a Recipient> + use<'a> {
        self.everyone().filter(|recipient| recipient.field != Field::Bcc)
    }

    /// Complete addresses in To, Cc and Bcc.
    pub fn everyone(&self) -> impl Iterator<Item = &'a Recipient> + use<'a> {
        self.mail
            .recipients
            .iter()
            .filter(|recipient| is_complete(&recipient.address.email))
    }

    /// The writer's own words, without quotes, signature and disclaimer.
    pub fn own_text(&self) -> String {
        self.zones(&[ZoneKind::Own])
    }

    /// The body's text of these kinds.
    pub fn zones(&self, kinds: &[ZoneKind]) -> String {
        let body = &self.mail.body;
        let zones = body.zones.iter().filter(|zone| kinds.contains(&zone.kind));
        zones
            .filter_map(|zone| body.content.get(zone.range.clone()))
            .collect()
    }

    /// The text that spans of a part point into.
    pub fn text(&self, part: Part) -> Option<Cow<'a, str>> {
        match part {
            Part::Attachment(index) => {
                let text = self
                    .attachments
                    .iter()
                    .find(|(at, _)| *at == index)
                    .map(|(_, text)| text.as_str());
                text.map(Cow::Borrowed)
            }
            _ => self.mail.part_text(part),
        }
    }

    /// Evidence for a place; `None` when it does not lie in the part's text.
    pub fn evidence(&self, span: &Span) -> Option<Evidence> {
        let text = self.text(span.part)?.get(span.range.clone())?.to_owned();
        Some(Evidence {
            span: span.clone(),
            text,
        })
    }

    /// Evidence for recipients, in header order.
    pub fn recipient_evidence<'r>(
        &self,
        recipients: impl IntoIterator<Item = &'r Recipient>,
    ) -> Vec<Evidence> {
        let recipients: Vec<&Recipient> = recipients.into_iter().collect();
        let mut evidence = Vec::new();
        for field in [Field::To, Field::Cc, Field::Bcc] {
            // A header's text is put together anew each time it is asked for: once for all its recipients.
            let text = self.mail.field_text(field);
            evidence.extend(
                recipients
                    .iter()
                    .filter(|recipient| recipient.field == field)
                    .filter_map(|recipient| {
                        let span = Span {
                            part: Part::Recipients(field),
                            range: recipient.at.clone(),
                        };
                        Some(Evidence {
                            text: text.get(span.range.clone())?.to_owned(),
                            span,
                        })
                    }),
            );
        }
        evidence.sort_by_key(|one| (one.span.part, one.span.range.start));
        evidence
    }

    /// Evidence for entities, in reading order; of overlapping places the longest is kept.
    pub fn entity_evidence<'e>(&self, entities: impl IntoIterator<Item = &'e Entity>) -> Vec<Evidence> {
        let mut spans: Vec<&Span> = entities.into_iter().map(|entity| &entity.span).collect();
        spans.sort_by_key(|span| (span.part, span.range.start, usize::MAX - span.range.end));
        let mut kept: Vec<&Span> = Vec::new();
        for span in spans {
            let inside = kept
                .last()
                .is_some_and(|last| last.part == span.part && span.range.start < last.range.end);
            match kept.last_mut() {
                Some(last) if inside && span.range.len() > last.range.len() => *last = span,
                _ if inside => {}
                _ => kept.push(span),
            }
        }
        kept.into_iter().filter_map(|span| self.evidence(span)).collect()
    }
}

/// Has a part before the @ and a domain after it; a draft may hold half-typed addresses.
fn is_complete(email: &str) -> bool {
    email
        .rsplit_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}
