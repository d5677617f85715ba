//! Writes the generated documents into a folder: a page for each rule, the JSON Schema of policy files, and the guide to them with its
//! table of tracking systems.
//!
//! `cargo xtask gen` runs it and puts what it wrote in its place.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_i18n::{Lang, RuleText, Texts, rule_page};
use mailwijs_policy::{KnownSystem, RuleId, schema};

const NOTE: &str = "<!-- Gemaakt door `cargo xtask gen` uit assets/rules; verander de teksten daar. -->";

/// The guide, of which only the table between these marks is made anew.
const GUIDE: &str = include_str!("../../docs/beleid.md");
const TABLE: (&str, &str) = (
    "<!-- Gemaakt door `cargo xtask gen` uit assets/policies/tracking-systems.tsv; verander de systemen daar. -->\n",
    "<!-- Tot hier. -->\n",
);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let docs = folder.ok_or("usage: mailwijs-gen FOLDER")?.join("docs");
    let pages = docs.join("regels");
    fs::create_dir_all(&pages)?;
    fs::write(
        docs.join("policy.schema.json"),
        serde_json::to_string_pretty(&schema())? + "\n",
    )?;
    fs::write(docs.join("beleid.md"), guide()?)?;
    rule_pages(&pages)?;
    Ok(())
}

/// The guide to policy files, with the table of the tracking systems that are known.
fn guide() -> Result<String, Box<dyn Error>> {
    let (before, rest) = GUIDE
        .split_once(TABLE.0)
        .ok_or("docs/beleid.md has no place for the table")?;
    let (_, after) = rest
        .split_once(TABLE.1)
        .ok_or("the table in docs/beleid.md has no end")?;
    let mut table = String::from("| systeem | `url` |\n|---|---|\n");
    for system in KnownSystem::all() {
        let page = system.page.map(|page| format!("`{page}`"));
        let page = page.as_deref().unwrap_or("het adres uit jullie adresbalk");
        writeln!(table, "| {} | {page} |", system.name)?;
    }
    Ok(format!("{before}{}\n{table}\n{}{after}", TABLE.0, TABLE.1))
}

/// A page for each rule that has texts, and an index.
fn rule_pages(folder: &Path) -> Result<(), Box<dyn Error>> {
    let texts = Texts::new(Lang::Nl);
    let mut index = String::from("# De regels\n\n");
    for rule in RuleId::ALL {
        let id = rule.as_str();
        let Some(page) = rule_page(id, Lang::Nl) else {
            continue;
        };
        fs::write(folder.join(format!("{id}.md")), format!("{page}\n{NOTE}\n"))?;
        let name = texts.rule(id, RuleText::Name, &[]);
        writeln!(index, "- [{name}]({id}.md) `{id}`")?;
    }
    fs::write(folder.join("README.md"), format!("{index}\n{NOTE}\n"))?;
    Ok(())
}
