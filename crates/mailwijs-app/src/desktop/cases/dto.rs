//! A case as its page shows it.

use std::path::Path;

use jiff::Timestamp;
use mailwijs_checks::{Finding, Report};
use mailwijs_detect::Category;
use mailwijs_handover::{Case, CopyId, CopyOf, Kin, Route, Stand, Step};
use mailwijs_mail::Part;
use mailwijs_policy::RuleId;

use super::OneCase;
use crate::desktop::card::finding_dto;
use crate::desktop::state::State;
use crate::engine::Examined;
use crate::ipc::{CaseDto, CaseLineDto, CasesDto, ColleagueDto, CopyDto, FiledDto, PieceDto, StepDto};

/// So much of a mail's text is shown, in bytes.
const SHOWN: usize = 20_000;

impl State {
    /// The list of cases.
    pub fn cases(&self) -> CasesDto {
        let mut newest_first: Vec<(&u32, &OneCase)> = self.cases.all.iter().collect();
        newest_first.sort_by_key(|(id, one)| std::cmp::Reverse((one.case.opened(), **id)));
        let lines = newest_first.into_iter().map(|(id, one)| self.case_line(*id, one));
        let (open, closed) = lines.partition(|line| line.closed.is_none());
        CasesDto {
            open,
            closed,
            done_years: self.years_of_cases(),
        }
    }

    fn case_line(&self, id: u32, one: &OneCase) -> CaseLineDto {
        let mail = one.mail.as_ref().map(|examined| &examined.mail);
        let from = mail.and_then(|mail| mail.from.as_ref());
        CaseLineDto {
            id,
            subject: mail.map(|mail| mail.subject.clone()).unwrap_or_default(),
            gone: one.gone,
            from: from
                .map(|from| {
                    if from.name.is_empty() {
                        &from.email
                    } else {
                        &from.name
                    }
                })
                .cloned()
                .unwrap_or_default(),
            categories: one
                .case
                .categories()
                .map(|category| self.category(category))
                .collect(),
            step: one.case.step().as_str().to_owned(),
            opened: one.case.opened().to_string(),
            closed: one.case.end().map(|end| end.at().to_string()),
            reopened: one.case.is_reopened(),
        }
    }

    /// What a category is called.
    pub fn category(&self, category: Category) -> String {
        self.texts.get(&format!("category-{}", category.as_str()), &[])
    }

    /// Every case by its number, for the windows.
    pub fn case_dtos(&self) -> Vec<(u32, CaseDto)> {
        self.cases
            .all
            .iter()
            .map(|(id, one)| (*id, self.case_dto(*id, one)))
            .collect()
    }

    fn case_dto(&self, id: u32, one: &OneCase) -> CaseDto {
        let policy = &self.policy.policy;
        let system = policy.tracking_system.as_ref();
        let delegates = system
            .map(|system| system.delegates.as_slice())
            .unwrap_or_default();
        let mail = one.mail.as_deref();
        let finding = mail.and_then(|mail| telling(one.read.as_ref().unwrap_or(&mail.report)));
        CaseDto {
            line: self.case_line(id, one),
            date: mail.and_then(|mail| mail.mail.date).and_then(rfc3339),
            finding: finding.map(|finding| finding_dto(finding, mail, policy, &self.texts)),
            text: mail.map(|mail| pieces(mail, finding)).unwrap_or_default(),
            steps: steps(&one.case),
            route: one.case.route().map(|route| {
                match route {
                    Route::Myself => "myself",
                    Route::Colleague => "colleague",
                }
                .to_owned()
            }),
            system: self.tracking_system(),
            opens_system: system.is_some_and(|system| system.url.is_some()),
            has_share: system.is_some_and(|system| system.webdav.is_some()),
            colleagues: delegates
                .iter()
                .map(|colleague| ColleagueDto {
                    name: colleague.name.clone(),
                    email: colleague.email.to_string(),
                })
                .collect(),
            note: self.note(one),
            export: one.export.as_ref().map(super::export::Export::dto),
            copies: self.copies(one),
            unread: one.unread_dtos(),
            looked: one.looked.map(to_the_minute),
            deleted: u32::try_from(one.case.deleted()).unwrap_or(u32::MAX),
            filed: one.case.filed().map(|filed| FiledDto {
                at: filed.at.to_string(),
                place: filed.place.as_str().to_owned(),
            }),
        }
    }

    fn copies(&self, one: &OneCase) -> Vec<CopyDto> {
        let mut copies: Vec<CopyDto> = one
            .case
            .copies()
            .map(|(id, copy)| self.copy(one, id, *copy))
            .collect();
        copies
            .sort_by(|a, b| (&b.kin, &a.store, &a.folder, &a.id).cmp(&(&a.kin, &b.store, &b.folder, &b.id)));
        copies
    }

    fn copy(&self, one: &OneCase, id: CopyId, copy: CopyOf) -> CopyDto {
        let place = one.places.get(&id);
        let store = place.and_then(|place| self.store_name(&place.store));
        CopyDto {
            id: id.0.to_string(),
            folder: place.map(|place| place.folder.clone()).unwrap_or_default(),
            store: store.unwrap_or_default(),
            date: place.and_then(|place| place.date).and_then(rfc3339),
            subject: place.map(|place| place.subject.clone()).unwrap_or_default(),
            kin: match copy.kin {
                Kin::Same => "same",
                Kin::Conversation => "conversation",
            }
            .to_owned(),
            state: match copy.stand {
                Stand::Live => "live",
                Stand::Trash => "trash",
                Stand::Bytes => "bytes",
                Stand::Gone => "gone",
            }
            .to_owned(),
            stays: copy.kin == Kin::Conversation && one.case.may_stay(copy.mail),
            shows: copy.stand < Stand::Bytes && place.is_some_and(|place| self.can_show(place)),
        }
    }

    fn store_name(&self, root: &Path) -> Option<String> {
        if self.is_mailbox(root) {
            return root.to_str().map(|url| self.mailbox_name(url));
        }
        let clients = self.clients.iter().flat_map(|client| &client.stores);
        let store = clients
            .chain(&self.other_stores)
            .find(|store| store.root == root)?;
        Some(store.name.clone())
    }
}

fn steps(case: &Case) -> Vec<StepDto> {
    let steps = case.steps().into_iter();
    steps
        .map(|(step, state)| StepDto {
            step: Step::as_str(step).to_owned(),
            state: state.as_str().to_owned(),
        })
        .collect()
}

/// What makes the mail one for the tracking system.
pub(super) fn telling(report: &Report) -> Option<&Finding> {
    report
        .findings
        .iter()
        .find(|finding| belongs_in_lvs(finding.rule))
}

/// Whether what this rule finds in received mail belongs in the tracking system.
pub fn belongs_in_lvs(rule: RuleId) -> bool {
    matches!(rule, RuleId::SensitivePupilData | RuleId::Identifier)
}

/// The mail's text, what was found in it marked.
fn pieces(examined: &Examined, finding: Option<&Finding>) -> Vec<PieceDto> {
    let text = &examined.mail.body.content;
    let text = text.get(..text.floor_char_boundary(SHOWN)).unwrap_or_default();
    let evidence = finding.into_iter().flat_map(|finding| &finding.evidence);
    let mut marked: Vec<_> = evidence
        .filter(|evidence| matches!(evidence.span.part, Part::Body { .. }))
        .map(|evidence| evidence.span.range.clone())
        .collect();
    marked.sort_by_key(|range| (range.start, range.end));
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |range: std::ops::Range<usize>, marked| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push(PieceDto {
                text: text.to_owned(),
                marked,
            });
        }
    };
    for range in marked {
        let start = range.start.max(at);
        push(at..start, false);
        push(start..range.end, true);
        at = at.max(range.end);
    }
    push(at..text.len(), false);
    pieces
}

/// As the page shows it: while a server is polled, the page stays the same but once a minute.
fn to_the_minute(at: Timestamp) -> String {
    let seconds = at.as_second().rem_euclid(60);
    let minute = at.as_second().saturating_sub(seconds);
    rfc3339(minute).unwrap_or_default()
}

fn rfc3339(seconds: i64) -> Option<String> {
    Timestamp::from_second(seconds).ok().map(|at| at.to_string())
}
