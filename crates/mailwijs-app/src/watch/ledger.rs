//! What was last found in each draft.

use std::collections::BTreeMap;

use mailwijs_checks::Report;
use mailwijs_nudge::Awaited;
use mailwijs_policy::RuleId;
use mailwijs_store::DraftKey;

/// The rules that spoke of each draft's last version.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    drafts: BTreeMap<DraftKey, Vec<RuleId>>,
}

impl Ledger {
    /// Takes in a saved version; gives back the rules that spoke of the one before and are silent now. One that is still
    /// `awaited` may yet speak: it counts as it did.
    pub fn saved(&mut self, draft: DraftKey, report: &Report, awaited: &[Awaited]) -> Vec<RuleId> {
        let mut now: Vec<RuleId> = report.findings.iter().map(|finding| finding.rule).collect();
        let before = self.drafts.get(&draft).map(Vec::as_slice).unwrap_or_default();
        let standing = awaited.iter().map(|awaited| awaited.rule);
        let standing: Vec<RuleId> = standing
            .filter(|rule| before.contains(rule) && !now.contains(rule))
            .collect();
        now.extend(standing);
        self.replace(draft, now)
    }

    /// Two drafts turned out to be the same; `old` holds the newer version. Gives back the rules that spoke of the one
    /// before and are silent now.
    pub fn merged(&mut self, old: DraftKey, into: DraftKey) -> Vec<RuleId> {
        self.drafts
            .remove(&old)
            .map(|newer| self.replace(into, newer))
            .unwrap_or_default()
    }

    fn replace(&mut self, draft: DraftKey, now: Vec<RuleId>) -> Vec<RuleId> {
        let mut silent = self.drafts.remove(&draft).unwrap_or_default();
        silent.retain(|rule| !now.contains(rule));
        self.drafts.insert(draft, now);
        silent
    }

    /// The draft is no more.
    pub fn gone(&mut self, draft: DraftKey) {
        self.drafts.remove(&draft);
    }
}
