//! What `cases` accepts.

use clap::{Args, Subcommand};

use super::{Format, Lang};

/// `cases …`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct CasesArgs {
    /// What to do; to list without it.
    #[command(subcommand)]
    pub command: Option<CasesCommand>,
    /// The list.
    #[command(flatten)]
    pub list: CasesListArgs,
}

/// What is done with cases.
#[derive(Debug, Subcommand)]
pub enum CasesCommand {
    /// List the cases, open ones first
    List(CasesListArgs),
    /// Show one case: its seven steps, and every copy of the mail
    Show {
        /// Number of the case
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: u32,
        /// How it is told.
        #[command(flatten)]
        told: CasesTold,
    },
    /// Say what to do next, in every open case or in one
    Next {
        /// Number of the case [default: every open case]
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        number: Option<u32>,
        /// How it is told.
        #[command(flatten)]
        told: CasesTold,
    },
}

/// `cases list`.
#[derive(Debug, Clone, Copy, Args)]
pub struct CasesListArgs {
    /// Closed cases too
    #[arg(long)]
    pub all: bool,
    /// How it is told.
    #[command(flatten)]
    pub told: CasesTold,
}

/// How cases are told.
#[derive(Debug, Clone, Copy, Args)]
pub struct CasesTold {
    /// Language [default: the system's, else nl]
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}
