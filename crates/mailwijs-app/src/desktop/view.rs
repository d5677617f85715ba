//! What the windows and the tray see: a snapshot, renewed after every event.

use std::sync::Arc;

use mailwijs_i18n::{Lang, RuleText, Texts};
use mailwijs_nudge::{OpenDraft, Tray, TrayLevel};

use crate::ipc::{
    AttentionDto, BreachDto, BreachesDto, CaseDto, CasesDto, HistoryState, MyMailDto, NudgeDto, PolicyDto,
    ReceivedDto, TodayDto, TrayDto,
};
use crate::render::said;

/// So many drafts stand in the tray's menu.
const IN_MENU: usize = 3;

/// The snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct View {
    pub nudge: Option<NudgeDto>,
    pub today: TodayDto,
    pub my_mail: MyMailDto,
    pub handovers: Handovers,
    pub tray: TrayDto,
}

/// The pages of received mail, cases and breaches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Handovers {
    pub found: Arc<Vec<ReceivedDto>>,
    pub cases: CasesDto,
    pub each_case: Vec<(u32, CaseDto)>,
    pub breaches: BreachesDto,
    pub each_breach: Vec<(u32, BreachDto)>,
}

impl View {
    /// What is seen before the engine has looked at anything.
    pub fn empty() -> Self {
        let lang = Lang::default().as_str().to_owned();
        Self {
            nudge: None,
            today: TodayDto {
                open: Vec::new(),
                put_right: 0,
                checked: 0,
                watching: false,
                paused_until: None,
                silenced: Vec::new(),
                quieter_offer: None,
                records: Vec::new(),
                received: Vec::new(),
                received_more: 0,
                cases: Vec::new(),
                breaches: Vec::new(),
                breach_offer: None,
                history: HistoryState::Memory,
                problems: Vec::new(),
                notice: None,
                has_mail_client: true,
                demo: false,
                lang: lang.clone(),
            },
            my_mail: MyMailDto {
                clients: Vec::new(),
                mailboxes: Vec::new(),
                scan: None,
                policy: PolicyDto {
                    school: String::new(),
                    source: String::new(),
                    version: String::new(),
                    problem: None,
                },
            },
            handovers: Handovers::default(),
            tray: TrayDto {
                state: "calm".to_owned(),
                attention: Vec::new(),
                cases: 0,
                lang,
            },
        }
    }
}

/// The drafts that need attention; `subject_of` tells what the teacher knows a draft by.
pub(super) fn attention(
    open: &[OpenDraft<'_>],
    texts: &Texts,
    subject_of: impl Fn(mailwijs_nudge::DraftId) -> String,
) -> Vec<AttentionDto> {
    open.iter()
        .map(|draft| AttentionDto {
            draft: draft.draft.0.to_string(),
            subject: subject_of(draft.draft),
            title: draft
                .findings
                .first()
                .map(|first| said(texts, first, RuleText::Title))
                .unwrap_or_default(),
            severity: draft.severity.as_str().to_owned(),
            sent: draft.sent,
        })
        .collect()
}

/// The tray icon and its menu.
pub(super) fn tray_dto(tray: &Tray<'_>, attention: &[AttentionDto], cases: usize, texts: &Texts) -> TrayDto {
    let state = match tray.level {
        TrayLevel::Calm => "calm",
        TrayLevel::Attention => "attention",
        TrayLevel::Paused => "paused",
    };
    TrayDto {
        state: state.to_owned(),
        attention: attention.iter().take(IN_MENU).cloned().collect(),
        cases: u32::try_from(cases).unwrap_or(u32::MAX),
        lang: texts.lang().as_str().to_owned(),
    }
}
