//! Mailwijs in the tray. The engine in `mailwijs-app` decides; this program shows what it says and passes on what the
//! teacher does.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod clipboard;
mod commands;
mod display;
mod launch;
mod notification;
mod outcome;
mod save;
mod shell;
mod texts;
mod tray;
mod tray_menu;
mod window;

use launch::Launch;
use mailwijs_app::App;
use std::process::ExitCode;
use tauri::{Manager, RunEvent};

fn main() -> ExitCode {
    mailwijs_app::say_only_where_panics_happen();
    let launch = Launch::from_args(std::env::args().skip(1));
    display::prefer_placeable_windows();

    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, args, _folder| {
            Launch::from_args(args.into_iter().skip(1)).in_running(app);
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(tauri::generate_handler![
            commands::act,
            commands::breach,
            commands::breaches,
            commands::case,
            commands::cases,
            commands::check_note,
            commands::check_text,
            commands::find_mailbox,
            commands::choose_policy,
            commands::found,
            commands::my_mail,
            commands::nudge_current,
            commands::nudge_focus,
            commands::nudge_resize,
            commands::save_clean_up,
            commands::save_receipt,
            commands::save_report,
            commands::today,
        ])
        .setup(move |app| {
            shell::start(app.handle(), launch);
            Ok(())
        })
        .build(tauri::generate_context!());

    match built {
        Ok(app) => {
            let code = app.run_return(|app, event| match event {
                // The last window closing is no reason to stop: the tray stays.
                RunEvent::ExitRequested { api, code: None, .. } => api.prevent_exit(),
                RunEvent::Exit => {
                    clipboard::forget(app);
                    if let Some(engine) = app.try_state::<App>() {
                        engine.inner().clone().stop();
                    }
                }
                _ => {}
            });
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Err(error) => {
            eprintln!("Mailwijs cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}
