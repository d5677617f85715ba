//! What the command line asks for.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Measures the rules on labelled mails: precision, recall, false alarms, evidence, categories and time.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask eval", after_help = EXAMPLES)]
pub struct Args {
    /// A folder with labelled mails (*.jsonl), at any depth, or one such file; `policy.toml` and `class-list.csv` beside
    /// them are used when they are there [default: tests/corpus]
    #[arg(long, value_name = "DIR")]
    pub corpus: Option<PathBuf>,
    /// Only these parts (a file's name below the folder, such as `mails` or `writers/lager`)
    #[arg(long, value_name = "NAME")]
    pub part: Vec<String>,
    /// Whether sentences are read too [default: both; of tests/corpus the rules alone but on unseen mails, as accepted]
    #[arg(long, value_enum, conflicts_with = "accept")]
    pub layer: Option<Layer>,
    /// Only this rule
    #[arg(long, value_name = "ID")]
    pub rule: Option<String>,
    /// Name the mails that a rule is wrong about, and why they are labelled as they are
    #[arg(long)]
    pub misses: bool,
    /// With the text of those mails; not where a log is kept (CI)
    #[arg(long, requires = "misses")]
    pub show: bool,
    /// For people or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Measure `unusual-recipient` instead: a file of who wrote to whom and when, one mail a line in tab-separated columns:
    /// when (sorts as text), the writer's address, the readers' addresses with commas between them
    #[arg(long, value_name = "FILE", conflicts_with_all = ["corpus", "part", "layer", "rule", "misses", "accept"])]
    pub slips: Option<PathBuf>,
    /// Write today's figures of tests/corpus down as the ones that must not fall
    #[arg(long, conflicts_with_all = ["corpus", "part"])]
    pub accept: bool,
}

const EXAMPLES: &str = "Examples:
  cargo xtask eval
  cargo xtask eval --corpus ~/my-mails --misses
  cargo xtask eval --part mails --rule password --misses --show
  cargo xtask eval --release          with the times of the product, not those of a development build";

/// What looks at a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// Words alone.
    Rules,
    /// Words and the sentence encoder.
    Both,
}

/// For people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables.
    Text,
    /// One JSON object.
    Json,
}
