//! What was measured: printed, and kept in `docs/performance.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use mailwijs_tests::{Error, paths};

/// Where the results are kept, from this package.
const KEPT: &str = "../docs/performance.md";

const HEAD: &str = "# How fast, beside others

Written by `cargo xtask bench stores --write`, each part on the machine that its first line names. Absolute times are that
machine's; the ratios, between programs that ran in turn over the same mail, say more. Mailboxes are made of the labelled
mails of `tests/corpus`, and have just been written: they are in the system's memory, for every program alike.
";

/// One part of the results.
pub struct Section {
    /// Its title.
    pub title: &'static str,
    /// What was measured and how.
    pub about: String,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The lines of the table.
    pub rows: Vec<Vec<String>>,
    /// What must be known to read it.
    pub notes: Vec<String>,
}

impl Section {
    /// As Markdown, with columns of even width so that it reads as well in a terminal.
    pub fn markdown(&self) -> String {
        let head: Vec<String> = self.columns.iter().map(|&name| name.to_owned()).collect();
        let widths: Vec<usize> = (0..head.len())
            .map(|at| {
                let cells = std::iter::once(&head)
                    .chain(&self.rows)
                    .filter_map(|row| row.get(at));
                cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
            })
            .collect();
        let line = |cells: &[String]| {
            let cells = cells
                .iter()
                .zip(&widths)
                .map(|(cell, &width)| format!(" {cell:<width$} "));
            format!("|{}|\n", cells.collect::<Vec<_>>().join("|"))
        };
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2)).collect();
        let rule = rule.join("|");
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        let notes: String = self.notes.iter().flat_map(|note| ["- ", note, "\n"]).collect();
        let gap = if notes.is_empty() { "" } else { "\n" };
        format!(
            "## {}\n\n{} {}\n\n{}|{rule}|\n{rows}{gap}{notes}",
            self.title,
            machine(),
            self.about,
            line(&head)
        )
    }
}

/// Puts a section in `docs/performance.md`, in the place of an earlier one with its title.
pub fn keep(section: &Section) -> Result<(), Error> {
    let path = paths::data(KEPT);
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, with(&before, section.title, &section.markdown()))?;
    Ok(())
}

fn with(before: &str, title: &str, section: &str) -> String {
    let mut sections: Vec<&str> = before.split("\n## ").skip(1).map(str::trim_end).collect();
    let new = section.trim_start_matches("## ").trim_end();
    match sections.iter_mut().find(|old| old.lines().next() == Some(title)) {
        Some(old) => *old = new,
        None => sections.push(new),
    }
    let mut text = HEAD.to_owned();
    for section in sections {
        let _ = write!(text, "\n## {section}\n");
    }
    text
}

/// What kind of machine this is, and whether it was quiet.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(Path::new(path)).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = read("/proc/meminfo")
        .lines()
        .find_map(|line| {
            line.strip_prefix("MemTotal:")?
                .trim()
                .strip_suffix("kB")?
                .trim()
                .parse()
                .ok()
        })
        .map_or(String::new(), |kibibytes: u64| {
            format!(", {} GiB of memory", kibibytes.div_ceil(1 << 20))
        });
    let load: Option<f64> = read("/proc/loadavg")
        .split(' ')
        .next()
        .and_then(|load| load.parse().ok());
    let others = match load {
        // The measurement itself keeps one core at work.
        Some(load) if load > 1.2 => " The machine was not quiet: others were at work on it.",
        _ => "",
    };
    format!(
        "{} {}, {cores} cores{memory}.{others}",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

/// `12.3 s` or `45.6 ms`.
pub fn time(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 1.0 {
        format!("{:.1} ms", seconds * 1e3)
    } else {
        format!("{seconds:.2} s")
    }
}

/// `123 MiB`, or a dash where it is not known.
pub fn mebibytes(bytes: u64) -> String {
    if bytes == 0 {
        "–".to_owned()
    } else {
        format!("{} MiB", bytes.div_ceil(1 << 20))
    }
}

/// `met`, or what was aimed at.
pub fn verdict(met: bool, target: &str) -> String {
    format!("{target}: {}", if met { "met" } else { "missed" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_takes_the_place_of_its_older_self() {
        let first = with("", "Scan", "## Scan\n\nold\n");
        let second = with(&first, "Start", "## Start\n\nstart\n");
        let third = with(&second, "Scan", "## Scan\n\nnew\n");
        assert_eq!(third, format!("{HEAD}\n## Scan\n\nnew\n\n## Start\n\nstart\n"));
    }

    #[test]
    fn columns_are_of_even_width() {
        let section = Section {
            title: "Scan",
            about: String::new(),
            columns: vec!["what", "time"],
            rows: vec![vec!["mailwijs scan".to_owned(), "1 s".to_owned()]],
            notes: Vec::new(),
        };
        let table = section.markdown();
        let lines: Vec<&str> = table.lines().skip(4).collect();
        assert_eq!(
            lines,
            [
                "| what          | time |",
                "|---------------|------|",
                "| mailwijs scan | 1 s  |",
            ]
        );
    }
}
