//! The policy, the class list and the teacher's corrections that are in force.

use mailwijs_detect::ClassList;

use super::state::State;
use crate::check::load_class_list;
use crate::engine::Engine;
use crate::policy_source;

impl State {
    /// Takes a changed policy; one that does not load leaves the last good one in force.
    pub fn reload_policy(&mut self) {
        match policy_source::load(None, &self.config.places, &self.texts) {
            Ok(policy) => {
                self.policy = policy;
                self.policy_problem = None;
                self.renew_engine();
                self.check_open_drafts_again();
            }
            Err(error) => self.policy_problem = Some(error.say(&self.texts)),
        }
    }

    /// Who the teacher is decides what is said of what is open.
    pub fn own_addresses_changed(&mut self) {
        self.renew_engine();
        self.check_open_drafts_again();
    }

    /// Puts the policy, the class list and the teacher's corrections in force.
    pub fn renew_engine(&mut self) {
        let class_list = load_class_list(None, &self.config.places).unwrap_or_else(|error| {
            let problem = error.say(&self.texts);
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
            ClassList::default()
        });
        let own = self
            .clients
            .iter()
            .flat_map(|client| &client.identities)
            .map(|identity| identity.email.clone());
        let own: Vec<String> = own.chain(self.mailbox_addresses()).collect();
        let kinds = self.memory.corrections(&own);
        self.engine.replace(
            Engine::new(self.policy.policy.clone(), &class_list)
                .with_corrections(kinds)
                .with_own_addresses(own)
                .with_quieter(self.memory.quieter()),
        );
    }
}
