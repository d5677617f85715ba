//! Saves a PDF where the teacher says.

use crate::texts::Texts;
use mailwijs_app::ipc::{ErrorDto, OutcomeDto};
use tauri::WebviewWindow;
use tauri_plugin_dialog::DialogExt;

/// Asks where, proposing the file name with the text id `name`, and writes `pdf` there; `None` when the dialog was
/// closed. Fails, in words, when the file cannot be written.
pub fn pdf(
    window: &WebviewWindow,
    lang: &str,
    name: &str,
    id: u32,
    pdf: &[u8],
) -> Result<Option<OutcomeDto>, ErrorDto> {
    let texts = Texts::new(lang);
    let picked = window
        .dialog()
        .file()
        .set_parent(window)
        .add_filter("PDF", &["pdf"])
        .set_file_name(texts.with(name, &[("id", &id.to_string())]))
        .blocking_save_file();
    let Some(picked) = picked else { return Ok(None) };
    let written = picked
        .into_path()
        .is_ok_and(|path| std::fs::write(path, pdf).is_ok());
    if written {
        Ok(Some(OutcomeDto {
            message: texts.get("save-done"),
            ..OutcomeDto::done()
        }))
    } else {
        Err(ErrorDto {
            code: "not-saved".to_owned(),
            message: texts.get("save-failed"),
        })
    }
}
