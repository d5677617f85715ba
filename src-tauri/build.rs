//! Declares the commands, so that each window's capability file has to name the ones it may call.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "act",
        "breach",
        "breaches",
        "case",
        "cases",
        "check_note",
        "check_text",
        "choose_policy",
        "find_mailbox",
        "found",
        "my_mail",
        "nudge_current",
        "nudge_focus",
        "nudge_resize",
        "save_clean_up",
        "save_receipt",
        "save_report",
        "today",
    ]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
    }
}
