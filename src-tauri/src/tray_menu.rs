//! The tray's menu: what needs attention, help with what went wrong or came in, a pause, open, quit.

use crate::texts::Texts;
use crate::{shell, window};
use mailwijs_app::ipc::{AttentionDto, TrayDto, UserAction};
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Wry};

const LONGEST: usize = 60;

/// An entry the teacher can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Choice {
    Show(String),
    PauseHalfHour,
    PauseUntilTomorrow,
    Resume,
    CheckText,
    Breach,
    Lvs,
    Open,
    Quit,
}

impl Choice {
    fn id(&self) -> String {
        match self {
            Self::Show(draft) => format!("show:{draft}"),
            Self::PauseHalfHour => "pause-half-hour".to_owned(),
            Self::PauseUntilTomorrow => "pause-until-tomorrow".to_owned(),
            Self::Resume => "resume".to_owned(),
            Self::CheckText => "check-text".to_owned(),
            Self::Breach => "breach".to_owned(),
            Self::Lvs => "lvs".to_owned(),
            Self::Open => "open".to_owned(),
            Self::Quit => "quit".to_owned(),
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        if let Some(draft) = id.strip_prefix("show:") {
            return Some(Self::Show(draft.to_owned()));
        }
        [
            Self::PauseHalfHour,
            Self::PauseUntilTomorrow,
            Self::Resume,
            Self::CheckText,
            Self::Breach,
            Self::Lvs,
            Self::Open,
            Self::Quit,
        ]
        .into_iter()
        .find(|choice| choice.id() == id)
    }
}

/// The menu for this state, in its language.
pub fn build(app: &AppHandle, state: &TrayDto) -> tauri::Result<Menu<Wry>> {
    let texts = Texts::new(&state.lang);
    let item = |choice: &Choice, label: &str| MenuItemBuilder::with_id(choice.id(), label).build(app);
    let mut menu = MenuBuilder::new(app);

    for draft in &state.attention {
        menu = menu.item(&item(&Choice::Show(draft.draft.clone()), &label(draft))?);
    }
    if state.attention.is_empty() {
        let calm = if state.state == "paused" {
            "tray-paused"
        } else {
            "tray-calm"
        };
        menu = menu.item(&MenuItemBuilder::new(texts.get(calm)).enabled(false).build(app)?);
    }
    menu = menu
        .separator()
        .item(&item(&Choice::CheckText, &texts.get("tray-check-text"))?)
        .item(&item(&Choice::Breach, &texts.get("tray-breach"))?)
        .item(
            &MenuItemBuilder::with_id(Choice::Lvs.id(), lvs(&texts, state.cases))
                .enabled(state.cases > 0)
                .build(app)?,
        );
    if state.state == "paused" {
        menu = menu.item(&item(&Choice::Resume, &texts.get("tray-resume"))?);
    } else {
        let pause = SubmenuBuilder::new(app, texts.get("tray-pause"))
            .item(&item(&Choice::PauseHalfHour, &texts.get("tray-pause-half-hour"))?)
            .item(&item(
                &Choice::PauseUntilTomorrow,
                &texts.get("tray-pause-until-tomorrow"),
            )?)
            .build()?;
        menu = menu.item(&pause);
    }
    menu.item(&item(&Choice::Open, &texts.get("tray-open"))?)
        .separator()
        .item(&item(&Choice::Quit, &texts.get("tray-quit"))?)
        .build()
}

/// Does what was chosen.
pub fn chosen(app: &AppHandle, id: &str) {
    match Choice::from_id(id) {
        Some(Choice::Show(draft)) => shell::show_card(app, &draft),
        Some(Choice::PauseHalfHour) => shell::act(app, UserAction::Pause { minutes: Some(30) }),
        Some(Choice::PauseUntilTomorrow) => shell::act(app, UserAction::Pause { minutes: None }),
        Some(Choice::Resume) => shell::act(app, UserAction::Resume),
        Some(Choice::CheckText) => window::main::open_at(app, "check-text"),
        Some(Choice::Breach) => window::main::open_at(app, "breach"),
        Some(Choice::Lvs) => window::main::open_at(app, "lvs"),
        Some(Choice::Open) => window::main::open(app),
        Some(Choice::Quit) => app.exit(0),
        None => {}
    }
}

/// The way to the cases, with how many are open.
fn lvs(texts: &Texts, cases: u32) -> String {
    let label = texts.get("tray-lvs");
    if cases > 0 {
        format!("{label} ({cases})")
    } else {
        label
    }
}

fn label(draft: &AttentionDto) -> String {
    let whole = if draft.subject.is_empty() {
        draft.title.clone()
    } else {
        format!("{} – {}", draft.title, draft.subject)
    };
    let mut short: String = whole.chars().take(LONGEST).collect();
    if short.len() < whole.len() {
        short.push('…');
    }
    // A single & would mark the next letter as a keyboard shortcut.
    short.replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::{AttentionDto, Choice, Texts, label, lvs};

    fn draft(title: &str, subject: &str) -> AttentionDto {
        AttentionDto {
            draft: "d1".into(),
            subject: subject.into(),
            title: title.into(),
            severity: "warn".into(),
            sent: false,
        }
    }

    #[test]
    fn every_choice_survives_the_way_through_its_id() {
        for choice in [
            Choice::Show("drafts/1:2,D".into()),
            Choice::PauseHalfHour,
            Choice::PauseUntilTomorrow,
            Choice::Resume,
            Choice::CheckText,
            Choice::Breach,
            Choice::Lvs,
            Choice::Open,
            Choice::Quit,
        ] {
            assert_eq!(Choice::from_id(&choice.id()), Some(choice));
        }
        assert_eq!(Choice::from_id("elsewhere"), None);
    }

    #[test]
    fn a_label_says_what_and_which() {
        assert_eq!(
            label(&draft("12 ouders zien elkaars adres", "Uitstap")),
            "12 ouders zien elkaars adres – Uitstap"
        );
        assert_eq!(
            label(&draft("Wachtwoord in je mail", "")),
            "Wachtwoord in je mail"
        );
    }

    #[test]
    fn the_way_to_the_cases_counts_them() {
        let texts = Texts::new("nl");
        assert_eq!(lvs(&texts, 0), "Naar het LVS");
        assert_eq!(lvs(&texts, 2), "Naar het LVS (2)");
    }

    #[test]
    fn a_label_stays_short_and_keeps_its_ampersands() {
        assert_eq!(label(&draft("Mama & papa", "")), "Mama && papa");
        let long = label(&draft("a", &"é".repeat(200)));
        assert_eq!(long.chars().count(), 61);
        assert!(long.ends_with('…'));
    }
}
