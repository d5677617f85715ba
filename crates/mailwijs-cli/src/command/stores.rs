//! `mailwijs stores`

use mailwijs_app::check::found_clients;
use mailwijs_app::ipc::ClientDto;

use crate::args::FormatArgs;
use crate::language;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Lists the mail clients found on this computer.
pub fn run(args: &FormatArgs) -> Result<Outcome, Failure> {
    let texts = language::texts(None);
    let mut output = Output::new(args.format);
    let clients = found_clients().map_err(|error| Failure::of(&error, &texts))?;
    if clients.is_empty() && !output.is_json() {
        output.say(&texts.get("cli-no-clients", &[]))?;
    }
    for client in &clients {
        if output.is_json() {
            output.json(client)?;
        } else {
            print_client(&mut output, client)?;
        }
    }
    Ok(Outcome::Clean)
}

fn print_client(output: &mut Output, client: &ClientDto) -> Result<(), Failure> {
    output.say(&format!("{}  {}", client.name, client.profile))?;
    for identity in &client.identities {
        output.say(&format!(
            "  {} <{}>  {}",
            identity.name, identity.email, identity.kind
        ))?;
    }
    for store in &client.stores {
        output.say(&format!("  {}  {}  ({})", store.name, store.path, store.folders))?;
        for drafts in &store.drafts {
            output.say(&format!("    ✎ {drafts}"))?;
        }
    }
    Ok(())
}
