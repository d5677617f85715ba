//! Writes the generated documents into a folder: a page for each rule, and the JSON Schema of policy files.
//!
//! `cargo xtask gen` runs it and puts what it wrote in its place.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_i18n::{Lang, RuleText, Texts, rule_page};
use mailwijs_policy::{RuleId, schema};

const NOTE: &str = "<!-- Gemaakt door `cargo xtask gen` uit assets/rules; verander de teksten daar. -->";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let docs = folder.ok_or("usage: mailwijs-gen FOLDER")?.join("docs");
    let pages = docs.join("regels");
    fs::create_dir_all(&pages)?;
    fs::write(
        docs.join("policy.schema.json"),
        serde_json::to_string_pretty(&schema())? + "\n",
    )?;
    rule_pages(&pages)?;
    Ok(())
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
