//! What Mailwijs shows of received mail and of cases, in short lines: `received “Medicatie van Emma”`, `case 1: trash`,
//! `case 1: delete, reopened`, `trash: an.peeters@sintjan.example/Trash`, `not looked into: …`.

use mailwijs_app::App;
use mailwijs_app::ipc::{CaseDto, CopyDto};

/// What begins the line about a case.
const CASE: &str = "case ";

/// What is shown now.
pub fn shown(app: &App) -> Vec<String> {
    let received = app.today().received.into_iter();
    let mut lines: Vec<String> = received
        .map(|mail| format!("received “{}”", mail.subject))
        .collect();
    let cases = app.cases();
    for line in cases.open.iter().chain(&cases.closed) {
        lines.extend(app.case(line.id).iter().flat_map(of_case));
    }
    lines
}

fn of_case(case: &CaseDto) -> Vec<String> {
    let reopened = if case.line.reopened { ", reopened" } else { "" };
    let mut lines = vec![format!("{CASE}{}: {}{reopened}", case.line.id, case.line.step)];
    let mut copies: Vec<String> = case.copies.iter().map(copy).collect();
    copies.sort();
    lines.extend(copies);
    lines.extend(
        case.unread
            .iter()
            .map(|one| format!("not looked into: {}", one.text)),
    );
    lines
}

fn copy(copy: &CopyDto) -> String {
    let kin = if copy.kin == "same" { "" } else { " (conversation)" };
    format!("{}: {}/{}{kin}", copy.state, copy.store, copy.folder)
}

/// The step at which the first case stands, if there is one.
pub fn step(lines: &[String]) -> Option<&str> {
    let about = lines.iter().find_map(|line| line.strip_prefix(CASE))?;
    let (_, step) = about.split_once(": ")?;
    Some(step.split(',').next().unwrap_or(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_is_read_from_what_is_shown() {
        let lines = |line: &str| vec!["received “Krijt”".to_owned(), line.to_owned()];
        assert_eq!(step(&lines("case 1: trash")), Some("trash"));
        assert_eq!(step(&lines("case 1: delete, reopened")), Some("delete"));
        assert_eq!(step(&lines("trash: school/Trash")), None);
    }
}
