//! Results on standard output: JSON lines for scripts, short lines for people.

use std::io::{self, Write};

use anstream::AutoStream;
use mailwijs_app::i18n::Texts;
use mailwijs_app::ipc::line::{FindingLine, MessageLine};
use serde::Serialize;

use crate::args::Format;

/// What stands out.
pub const BOLD: anstyle::Style = anstyle::Style::new().bold();
/// What stands back.
pub const DIM: anstyle::Style = anstyle::Style::new().dimmed();
const STOP: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();
const WARN: anstyle::Style = anstyle::AnsiColor::Yellow.on_default();
const INFO: anstyle::Style = anstyle::AnsiColor::Blue.on_default();

/// Where results go.
pub struct Output {
    to: AutoStream<io::StdoutLock<'static>>,
    format: Format,
}

impl Output {
    /// Standard output; colours only on a terminal that wants them.
    pub fn new(format: Format) -> Self {
        Self {
            to: AutoStream::auto(io::stdout().lock()),
            format,
        }
    }

    /// Whether scripts read along.
    pub const fn is_json(&self) -> bool {
        matches!(self.format, Format::Json)
    }

    /// One JSON object on a line of its own, flushed.
    pub fn json(&mut self, line: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.to, line)?;
        self.to.write_all(b"\n")?;
        self.to.flush()
    }

    /// One line for people, flushed.
    pub fn say(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.to, "{line}")?;
        self.to.flush()
    }

    /// One checked message.
    pub fn message(&mut self, line: &MessageLine, texts: &Texts) -> io::Result<()> {
        if self.is_json() {
            return self.json(line);
        }
        let place = match line.offset {
            Some(offset) => format!("{}:{offset}", line.path),
            None => line.path.clone(),
        };
        if let Some(error) = &line.error {
            return self.say(&format!("{place}: {STOP}{error}{STOP:#}"));
        }
        let subject = line
            .subject
            .as_deref()
            .filter(|s| !s.is_empty())
            .map(|s| format!(" “{s}”"))
            .unwrap_or_default();
        let verdict = if line.findings.is_empty() {
            texts.get("cli-nothing-found", &[])
        } else {
            String::new()
        };
        self.say(format!("{BOLD}{place}{BOLD:#}{subject} {DIM}{verdict}{DIM:#}").trim_end())?;
        self.findings(&line.findings)?;
        line.skipped
            .iter()
            .try_for_each(|what| self.say(&format!("    {DIM}{what}{DIM:#}")))
    }

    /// Findings, indented under what they are about.
    pub fn findings(&mut self, findings: &[FindingLine]) -> io::Result<()> {
        for finding in findings {
            let style = match finding.severity {
                "stop" => STOP,
                "warn" => WARN,
                _ => INFO,
            };
            let paragraph = finding
                .policy_ref
                .as_deref()
                .map(|p| format!(" §{p}"))
                .unwrap_or_default();
            self.say(&format!(
                "  {style}{:<4}{style:#}  {} {DIM}[{}{paragraph}]{DIM:#}",
                finding.severity, finding.title, finding.rule
            ))?;
            for evidence in &finding.evidence {
                let shown = evidence.text.split_whitespace().collect::<Vec<_>>().join(" ");
                self.say(&format!("        {DIM}{}:{DIM:#} {shown}", evidence.part))?;
            }
            self.say(&format!("        {}", finding.message))?;
        }
        Ok(())
    }
}
