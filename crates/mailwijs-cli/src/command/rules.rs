//! `mailwijs rules`

use mailwijs_app::rules::{RuleLine, rule_lines, rule_page};

use crate::args::RulesArgs;
use crate::language;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Lists the rules, or explains one.
pub fn run(args: &RulesArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(args.lang);
    let mut output = Output::new(args.format);
    let all = rule_lines(&texts);
    let Some(id) = &args.id else {
        for line in &all {
            if output.is_json() {
                output.json(line)?;
            } else {
                output.say(&format!("{:<26}{:<6}{}", line.rule, line.severity, line.name))?;
            }
        }
        return Ok(Outcome::Clean);
    };
    let line = all
        .iter()
        .find(|line| line.rule == id)
        .ok_or_else(|| unknown(id, &all))?;
    if output.is_json() {
        output.json(line)?;
    } else if let Some(page) = rule_page(line.rule, texts.lang()) {
        output.say(page.trim_end())?;
    }
    Ok(Outcome::Clean)
}

fn unknown(id: &str, all: &[RuleLine]) -> Failure {
    let ids: Vec<_> = all.iter().map(|line| line.rule).collect();
    Failure::Told(format!(
        "there is no rule `{id}`; the rules are: {}",
        ids.join(", ")
    ))
}
