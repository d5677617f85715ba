//! "Check a text": what is about to be written somewhere else than in a mail. Nothing of it is kept.

use std::sync::Arc;

use mailwijs_checks::Channel;
use mailwijs_i18n::Texts;
use mailwijs_mail::{Direction, Mail, Text, Zone, ZoneKind};

use super::card::finding_dto;
use crate::engine::Engine;
use crate::ipc::TextCheckDto;
use crate::sentence_layer::Reader;

/// Advice has at most so many lines per channel.
const MOST_ADVICE: u8 = 5;

/// What the checks say of a text on this channel, and what to mind there anyway.
pub(super) fn check_text(
    engine: &Engine,
    reader: &Reader,
    texts: &Texts,
    text: &str,
    channel: Channel,
) -> TextCheckDto {
    let examined = Arc::new(engine.examine(mail_of(text), Direction::Draft, channel));
    let report = reader.read_now(&examined);
    let findings = report.findings.iter();
    TextCheckDto {
        findings: findings
            .map(|finding| finding_dto(finding, Some(&examined), engine.policy(), texts))
            .collect(),
        advice: advice(texts, channel),
    }
}

/// A text as the own words of a mail without people.
pub fn mail_of(text: &str) -> Mail {
    let content = text.replace("\r\n", "\n");
    let zones = vec![Zone {
        kind: ZoneKind::Own,
        range: 0..content.len(),
    }];
    Mail {
        body: Text { content, zones },
        ..Mail::default()
    }
}

/// The lines `channel-<channel>-1`, `-2` … as far as there are any.
fn advice(texts: &Texts, channel: Channel) -> Vec<String> {
    let ids = (1..=MOST_ADVICE).map(|line| format!("channel-{}-{line}", channel.as_str()));
    ids.map(|id| (texts.get(&id, &[]), id))
        .take_while(|(said, id)| said != id)
        .map(|(said, _)| said)
        .collect()
}
