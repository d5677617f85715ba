//! The process that is killed: the engine, told on stdin what the teacher does.

use std::fs;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use mailwijs_app::history::{Secret, SecretStore, SecretStoreError};
use mailwijs_app::i18n::Lang;
use mailwijs_app::imap::Trust;
use mailwijs_app::ipc::{BreachDto, CaseDto, UserAction};
use mailwijs_app::place::Places;
use mailwijs_app::{App, AppConfig};
use mailwijs_store::Roots;
use serde_json::{Value, json};

/// Names the folder with all that belongs to the engine.
pub const FOLDER: &str = "MAILWIJS_TEST_KILLED";
/// What comes before an answer, since the test harness writes on stdout too.
pub const ANSWER: &str = "@answer ";
/// Asks how everything stands, in the place of an action.
pub const SHOW: &str = "show";

/// On its own it does nothing: what the tests start and kill.
#[test]
fn the_process_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let app = App::start(config(Path::new(&folder)), |_| {}).unwrap();
    while !app.today().watching {
        std::thread::sleep(Duration::from_millis(2));
    }
    answer(&shown(&app));
    // When the test that started it is gone, so is this.
    for line in stdin().lock().lines().map_while(Result::ok) {
        if line != SHOW {
            let action: UserAction = serde_json::from_str(&line).unwrap();
            app.act(action).unwrap();
        }
        answer(&shown(&app));
    }
}

/// In one write, so that a killed process said all of it or is known not to have.
fn answer(shown: &Value) {
    let mut out = stdout();
    out.write_all(format!("\n{ANSWER}{shown}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

fn config(folder: &Path) -> AppConfig {
    AppConfig {
        places: places(folder),
        roots: Some(Roots::below(&folder.join("home"))),
        lang: Some(Lang::Nl),
        stores: vec![folder.join("Mail")],
        encoder: None,
        secrets: Arc::new(KeyFiles(folder.join("keys"))),
        trust: Trust::default(),
    }
}

/// The engine's own folders.
pub fn places(folder: &Path) -> Places {
    Places {
        data: folder.join("data"),
        config: folder.join("config"),
    }
}

fn shown(app: &App) -> Value {
    let today = app.today();
    let (cases, breaches) = (app.cases(), app.breaches());
    let cases: Vec<CaseDto> = cases
        .open
        .iter()
        .chain(&cases.closed)
        .filter_map(|line| app.case(line.id))
        .collect();
    let breaches: Vec<BreachDto> = breaches
        .open
        .iter()
        .chain(&breaches.closed)
        .filter_map(|line| app.breach(line.id))
        .collect();
    json!({
        "history": today.history,
        "problems": today.problems,
        "received": today.received,
        "found": app.found(),
        "scan": app.my_mail().scan,
        "sent": app.breaches().sent,
        "looked": cases.iter().all(|case| case.looked.is_some()),
        "folders": cases.iter().filter_map(|case| case.export.as_ref()).map(|export| &export.folder).collect::<Vec<_>>(),
        "stands": {
            "cases": cases.iter().map(case_stands).collect::<Vec<_>>(),
            "breaches": breaches.iter().map(breach_stands).collect::<Vec<_>>(),
        },
    })
}

/// What is remembered of a case; not what is read anew from the mail stores.
fn case_stands(case: &CaseDto) -> Value {
    let mut copies: Vec<_> = case
        .copies
        .iter()
        .map(|copy| (&copy.id, &copy.kin, &copy.state, copy.stays))
        .collect();
    copies.sort();
    json!({
        "id": case.line.id,
        "categories": case.line.categories,
        "step": case.line.step,
        "steps": case.steps,
        "opened": case.line.opened,
        "closed": case.line.closed,
        "reopened": case.line.reopened,
        "route": case.route,
        "filed": case.filed,
        "copies": copies,
        "deleted": case.deleted,
    })
}

/// What is remembered of a breach.
fn breach_stands(breach: &BreachDto) -> Value {
    let aid: Vec<_> = breach.aid.iter().map(|aid| (&aid.id, aid.done)).collect();
    json!({
        "id": breach.line.id,
        "kind": breach.line.kind,
        "noticed": breach.line.noticed,
        "reported": breach.line.reported,
        "closed": breach.line.closed,
        "aid": aid,
        "answers": breach.answers,
    })
}

/// Keeps secrets in files, so that the key of the history outlives the process as it does in a keyring.
struct KeyFiles(PathBuf);

impl SecretStore for KeyFiles {
    fn read(&self, name: &str) -> Result<Option<Secret>, SecretStoreError> {
        Ok(fs::read(self.0.join(name)).ok().map(Secret::new))
    }

    fn write(&self, name: &str, secret: &[u8]) -> Result<(), SecretStoreError> {
        let part = self.0.join(format!("{name}.part"));
        let written = fs::write(&part, secret).and_then(|()| fs::rename(part, self.0.join(name)));
        written.map_err(|error| SecretStoreError::Refused(error.to_string()))
    }

    fn forget(&self, name: &str) -> Result<(), SecretStoreError> {
        // Fine when there is none.
        let _ = fs::remove_file(self.0.join(name));
        Ok(())
    }
}
