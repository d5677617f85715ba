//! `mailwijs doctor`

use mailwijs_app::doctor::{self, Health};

use crate::args::DoctorArgs;
use crate::language;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Says of each thing Mailwijs needs whether it is in place, and what to do when it is not.
pub fn run(args: &DoctorArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(None);
    let mut output = Output::new(args.format);
    for finding in doctor::examine(args.policy.as_deref(), &texts) {
        if output.is_json() {
            output.json(&finding)?;
            continue;
        }
        let mark = match finding.health {
            Health::Good => "✓",
            Health::Notice => "!",
            Health::Bad => "✗",
        };
        output.say(&format!("{mark} {}", finding.message))?;
    }
    Ok(Outcome::Clean)
}
