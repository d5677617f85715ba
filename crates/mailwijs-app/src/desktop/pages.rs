//! The pages of the main window.

use std::collections::BTreeSet;

use mailwijs_i18n::{Arg, RuleText};
use mailwijs_nudge::Moment;
use mailwijs_policy::{RuleId, Template};

use super::state::State;
use crate::check::{client_dto, store_dto};
use crate::ipc::{AttentionDto, ClientDto, MyMailDto, PolicyDto, ReceivedDto, RecordDto, RuleDto, TodayDto};
use crate::policy_source::PolicySource;
use crate::sentence_layer::LayerState;

/// So many received mails stand on Today; the others on the page that leads into the tracking system.
const NEWEST: usize = 5;

impl State {
    /// The Today page.
    pub fn today(&self, open: Vec<AttentionDto>, found: &[ReceivedDto], now: Moment) -> TodayDto {
        let mut problems = self.problems.clone();
        problems.extend(self.memory.problem(&self.texts));
        problems.extend(self.mailbox_problems());
        if let Some(detail) = &self.policy_problem {
            problems.push(
                self.texts
                    .get("problem-policy", &[("detail", Arg::from(detail.as_str()))]),
            );
        }
        let quieter = self.memory.quieter();
        TodayDto {
            open,
            put_right: self.memory.put_right_today(),
            checked: self.memory.checked_today(),
            watching: !self.watches.is_empty() && self.watches.iter().all(|watching| watching.ready),
            paused_until: self.nudges.paused_until(now).and_then(rfc3339),
            silenced: self.memory.silenced(&self.texts),
            quieter_offer: RuleId::ALL
                .into_iter()
                .find(|rule| self.nudges.offers_quiet(*rule) && !quieter.contains(rule))
                .map(|rule| self.rule_dto(rule)),
            records: self.records(&quieter),
            received: found.iter().take(NEWEST).cloned().collect(),
            received_more: u32::try_from(found.len().saturating_sub(NEWEST)).unwrap_or(u32::MAX),
            cases: self.cases().open,
            breaches: self.breach_lines(now).0,
            breach_offer: self.breaches.offer().cloned(),
            history: self.memory.state(),
            problems,
            notice: self.notice(),
            has_mail_client: !self.clients.is_empty()
                || !self.config.stores.is_empty()
                || !self.mailboxes.is_empty(),
            demo: self.demo.is_some(),
            lang: self.texts.lang().as_str().to_owned(),
        }
    }

    /// Without the encoder everything works on words alone: worth a line, nothing to worry about.
    fn notice(&self) -> Option<String> {
        let id = match self.reader.state() {
            LayerState::Present => return None,
            LayerState::Missing => "sentences-missing",
            LayerState::Damaged => "sentences-damaged",
        };
        Some(self.texts.get(id, &[]))
    }

    /// What came of the rules that spoke, and of those that the teacher made quieter.
    fn records(&self, quieter: &BTreeSet<RuleId>) -> Vec<RecordDto> {
        let records = self.memory.records();
        let spoke = |rule: &RuleId| quieter.contains(rule) || records.contains_key(rule);
        let dto = |rule: RuleId| {
            let record = records.get(&rule).copied().unwrap_or_default();
            let RuleDto { rule: id, title } = self.rule_dto(rule);
            let quieter = quieter.contains(&rule);
            RecordDto {
                rule: id,
                title,
                shown: record.shown,
                put_right: record.put_right,
                kept: record.kept,
                not_right: record.not_right,
                quieter,
                offers_quiet: !quieter && self.nudges.offers_quiet(rule),
            }
        };
        RuleId::ALL.into_iter().filter(spoke).map(dto).collect()
    }

    fn rule_dto(&self, rule: RuleId) -> RuleDto {
        let id = rule.as_str();
        RuleDto {
            rule: id.to_owned(),
            title: self.texts.rule(id, RuleText::Name, &[]),
        }
    }

    /// Folders that belong to no mail client found: named by hand, or the demo.
    fn other_stores(&self) -> Option<ClientDto> {
        (!self.other_stores.is_empty()).then(|| ClientDto {
            name: self.texts.get("other-stores", &[]),
            profile: String::new(),
            identities: Vec::new(),
            stores: self.other_stores.iter().map(store_dto).collect(),
        })
    }

    /// The My mail page.
    pub fn my_mail(&self) -> MyMailDto {
        let engine = self.engine.get();
        let mut clients: Vec<_> = self
            .clients
            .iter()
            .map(|client| client_dto(client, &engine))
            .chain(self.other_stores())
            .collect();
        for store in clients.iter_mut().flat_map(|client| &mut client.stores) {
            store.last_event = self.last_events.get(std::path::Path::new(&store.path)).cloned();
        }
        let source = match &self.policy.source {
            PolicySource::File(path) => path.display().to_string(),
            PolicySource::BuiltIn(Template::Flemish) => self.texts.get("built-in-policy-be", &[]),
            PolicySource::BuiltIn(Template::Dutch) => self.texts.get("built-in-policy-nl", &[]),
        };
        let policy = &self.policy.policy;
        MyMailDto {
            clients,
            mailboxes: self.mailbox_dtos(),
            scan: self.scan_dto(),
            policy: PolicyDto {
                school: policy.school.name.clone(),
                source,
                version: policy
                    .code_of_conduct
                    .as_ref()
                    .map(|code| code.version.clone())
                    .unwrap_or_default(),
                problem: self.policy_problem.clone(),
            },
        }
    }
}

fn rfc3339(moment: Moment) -> Option<String> {
    jiff::Timestamp::from_millisecond(moment.0)
        .ok()
        .map(|at| at.to_string())
}
