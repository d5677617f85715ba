//! What the pages may call. Every one hands on to the engine or to its own window.
#![expect(
    clippy::needless_pass_by_value,
    reason = "a command's arguments arrive by value"
)]

use crate::{outcome, save, window};
use mailwijs_app::App;
use mailwijs_app::ipc::{
    BreachDto, BreachesDto, CaseDto, CasesDto, ErrorDto, MailboxWayDto, MyMailDto, NudgeDto, OutcomeDto,
    ReceivedDto, TextCheckDto, TodayDto, ToneDto, UserAction,
};
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

/// The card to show now.
#[tauri::command(async)]
pub fn nudge_current(app: State<'_, App>) -> Option<NudgeDto> {
    app.nudge()
}

/// The card's height in CSS pixels changed.
#[tauri::command(async)]
pub fn nudge_resize(window: WebviewWindow, height: f64) -> Result<(), String> {
    window::nudge::resize(&window, height).map_err(|error| error.to_string())
}

/// The teacher clicked into the card: from now on the keyboard may come here.
#[tauri::command(async)]
pub fn nudge_focus(window: WebviewWindow) -> Result<(), String> {
    window::nudge::take_focus(&window).map_err(|error| error.to_string())
}

/// Passes on what the teacher did, and carries out what comes of it.
#[tauri::command(async)]
pub fn act(handle: AppHandle, app: State<'_, App>, action: UserAction) -> Result<OutcomeDto, ErrorDto> {
    app.act(action)
        .inspect(|outcome| outcome::carry_out(&handle, outcome))
}

/// The Today page.
#[tauri::command(async)]
pub fn today(app: State<'_, App>) -> TodayDto {
    app.today()
}

/// The My mail page.
#[tauri::command(async)]
pub fn my_mail(app: State<'_, App>) -> MyMailDto {
    app.my_mail()
}

/// What the checks say of a text that is not a mail.
#[tauri::command(async)]
pub fn check_text(app: State<'_, App>, text: String, channel: String) -> Result<TextCheckDto, ErrorDto> {
    app.check_text(&text, &channel)
}

/// How one gets into the mailbox of an address.
#[tauri::command(async)]
pub fn find_mailbox(app: State<'_, App>, email: String) -> Result<MailboxWayDto, ErrorDto> {
    app.find_mailbox(email)
}

/// Lets the teacher pick a policy file and uses it; `None` when the dialog was closed.
#[tauri::command(async)]
pub fn choose_policy(window: WebviewWindow, app: State<'_, App>) -> Result<Option<OutcomeDto>, ErrorDto> {
    let picked = window
        .dialog()
        .file()
        .set_parent(&window)
        .add_filter("TOML", &["toml"])
        .blocking_pick_file();
    picked
        .map(|file| {
            app.act(UserAction::UsePolicy {
                source: file.to_string(),
            })
        })
        .transpose()
}

/// Received mail that something is to be done about.
#[tauri::command(async)]
pub fn found(app: State<'_, App>) -> Vec<ReceivedDto> {
    app.found()
}

/// The page "To the LVS": every case.
#[tauri::command(async)]
pub fn cases(app: State<'_, App>) -> CasesDto {
    app.cases()
}

/// One case; `None` when there is none with this number.
#[tauri::command(async)]
pub fn case(app: State<'_, App>, id: u32) -> Option<CaseDto> {
    app.case(id)
}

/// The page "I sent something wrong": every breach, and sent mail to pick from.
#[tauri::command(async)]
pub fn breaches(app: State<'_, App>) -> BreachesDto {
    app.breaches()
}

/// One breach; `None` when there is none with this number.
#[tauri::command(async)]
pub fn breach(app: State<'_, App>, id: u32) -> Option<BreachDto> {
    app.breach(id)
}

/// The words in a note that judge.
#[tauri::command(async)]
pub fn check_note(app: State<'_, App>, text: String) -> Vec<ToneDto> {
    app.check_note(&text)
}

/// Saves the receipt of a case where the teacher says; `None` when the dialog was closed.
#[tauri::command(async)]
pub fn save_receipt(
    window: WebviewWindow,
    app: State<'_, App>,
    id: u32,
) -> Result<Option<OutcomeDto>, ErrorDto> {
    let pdf = app.receipt_pdf(id)?;
    save::pdf(&window, &app.tray().lang, "save-receipt-name", id, &pdf)
}

/// Saves the proof of cleaning up where the teacher says, of the school year that begins in this calendar year or of all; `None`
/// when the dialog was closed.
#[tauri::command(async)]
pub fn save_clean_up(
    window: WebviewWindow,
    app: State<'_, App>,
    year: Option<i16>,
) -> Result<Option<OutcomeDto>, ErrorDto> {
    let pdf = app.clean_up_pdf(year)?;
    let number = year.and_then(|year| u32::try_from(year).ok());
    let name = number.map_or("save-clean-up-name", |_| "save-clean-up-year-name");
    save::pdf(&window, &app.tray().lang, name, number.unwrap_or_default(), &pdf)
}

/// Saves the report of a breach where the teacher says; `None` when the dialog was closed.
#[tauri::command(async)]
pub fn save_report(
    window: WebviewWindow,
    app: State<'_, App>,
    id: u32,
) -> Result<Option<OutcomeDto>, ErrorDto> {
    let pdf = app.report_pdf(id)?;
    save::pdf(&window, &app.tray().lang, "save-report-name", id, &pdf)
}

#[cfg(test)]
mod tests {
    /// What stands between `before` and the next `after`, wherever it does.
    fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
        let parts = text.split(before).skip(1);
        parts.filter_map(|part| Some(part.split_once(after)?.0)).collect()
    }

    #[test]
    fn the_pages_may_call_every_command_they_call() {
        let calls = include_str!("../../ui/src/lib/api.ts");
        let manifest = include_str!("../build.rs");
        let answered = include_str!("main.rs");
        let windows = [
            include_str!("../capabilities/main.json"),
            include_str!("../capabilities/nudge.json"),
        ];
        let called: Vec<&str> = between(calls, "invoke<", ")")
            .into_iter()
            .filter_map(|call| between(call, ">('", "'").pop())
            .collect();
        assert!(called.len() > 15, "{called:?}");
        for command in called {
            assert!(
                manifest.contains(&format!("\"{command}\"")),
                "build.rs: {command}"
            );
            assert!(
                answered.contains(&format!("commands::{command},")),
                "main.rs: {command}"
            );
            let allowed = format!("\"allow-{}\"", command.replace('_', "-"));
            let allowed = windows.iter().any(|window| window.contains(&allowed));
            assert!(allowed, "capabilities: {command}");
        }
    }
}
