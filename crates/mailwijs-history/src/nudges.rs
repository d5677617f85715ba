//! What was noticed, and what came of it.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{Dismissed, Hash, History, HistoryError};

/// Something that happened to a finding. Words are those of the policy file; times are milliseconds since the Unix epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NudgeEvent<'a> {
    /// The draft.
    pub draft: Hash,
    /// Rule id.
    pub rule: &'a str,
    /// `info`, `warn` or `stop`.
    pub severity: &'a str,
    /// What the data is about; mostly empty.
    pub categories: &'a [&'a str],
    /// What came of it; `None` when it was shown just now.
    pub outcome: Option<Outcome>,
    /// When.
    pub at: i64,
}

/// What came of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// A later version of the draft no longer had it.
    PutRight,
    /// The teacher kept the draft as it was.
    Dismissed,
    /// The teacher said it was wrong.
    NotRight,
    /// The teacher asked to be asked later.
    Later,
    /// The mail left with it.
    SentOpen,
    /// The draft was thrown away.
    Discarded,
}

impl Outcome {
    const ALL: [Self; 6] = [
        Self::PutRight,
        Self::Dismissed,
        Self::NotRight,
        Self::Later,
        Self::SentOpen,
        Self::Discarded,
    ];

    /// The word used in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PutRight => "put-right",
            Self::Dismissed => "dismissed",
            Self::NotRight => "not-right",
            Self::Later => "later",
            Self::SentOpen => "sent-open",
            Self::Discarded => "discarded",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == word)
    }
}

/// A line of the History page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NudgeRecord {
    /// Rule id.
    pub rule: String,
    /// `info`, `warn` or `stop`.
    pub severity: String,
    /// What the data was about; mostly empty.
    pub categories: Vec<String>,
    /// When it was noticed.
    pub noticed_at: i64,
    /// It stood on a visible card.
    pub shown: bool,
    /// What came of it, and when; `None` while it is open.
    pub outcome: Option<(Outcome, i64)>,
}

/// How many findings, for a chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Stood on a card.
    pub shown: u32,
    /// Put right.
    pub put_right: u32,
    /// Dismissed, or called wrong.
    pub dismissed: u32,
    /// Sent as they were.
    pub sent_open: u32,
}

/// What came of one rule's findings, as far back as is remembered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RuleRecord {
    /// Stood on a card.
    pub shown: u32,
    /// Put right.
    pub put_right: u32,
    /// Kept as they were.
    pub kept: u32,
    /// Called wrong.
    pub not_right: u32,
}

impl History {
    /// Writes down what happened to a finding. An outcome is added to the finding's open line, or to its last "later".
    ///
    /// # Errors
    /// When the database fails.
    pub fn note(&mut self, event: NudgeEvent<'_>) -> Result<(), HistoryError> {
        let transaction = self.write()?;
        let open: Option<i64> = transaction
            .prepare_cached(
                "SELECT id FROM nudge WHERE draft = ?1 AND rule = ?2 AND (outcome IS NULL OR outcome = 'later')
                 ORDER BY id DESC LIMIT 1",
            )?
            .query_row(params![event.draft.0, event.rule], |row| row.get(0))
            .optional()?;
        let id = open.map_or_else(|| insert(&transaction, &event), Ok)?;
        match event.outcome {
            None => transaction
                .prepare_cached("UPDATE nudge SET shown = 1 WHERE id = ?1")?
                .execute([id])?,
            Some(outcome) => transaction
                .prepare_cached("UPDATE nudge SET outcome = ?2, outcome_at = ?3 WHERE id = ?1")?
                .execute(params![id, outcome.as_str(), event.at])?,
        };
        transaction.commit()?;
        Ok(())
    }

    /// The last lines of the History page, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn recent(&self, limit: u32) -> Result<Vec<NudgeRecord>, HistoryError> {
        let mut lines = self.connection.prepare_cached(
            "SELECT rule, severity, categories, noticed_at, shown, outcome, outcome_at FROM nudge
             ORDER BY noticed_at DESC, id DESC LIMIT ?1",
        )?;
        let records = lines.query_map([limit], record)?;
        Ok(records.collect::<Result<_, _>>()?)
    }

    /// How many findings were shown, put right … from one moment up to another, for a bar of the chart.
    ///
    /// # Errors
    /// When the database fails.
    pub fn outcomes(&self, from: i64, to: i64) -> Result<Outcomes, HistoryError> {
        let mut sums = self.connection.prepare_cached(
            "SELECT count(*) FILTER (WHERE shown = 1 AND noticed_at >= ?1 AND noticed_at < ?2),
                    count(*) FILTER (WHERE outcome = 'put-right' AND outcome_at >= ?1 AND outcome_at < ?2),
                    count(*) FILTER (WHERE outcome IN ('dismissed', 'not-right') AND outcome_at >= ?1 AND outcome_at < ?2),
                    count(*) FILTER (WHERE outcome = 'sent-open' AND outcome_at >= ?1 AND outcome_at < ?2)
             FROM nudge",
        )?;
        Ok(sums.query_row([from, to], |row| {
            Ok(Outcomes {
                shown: row.get(0)?,
                put_right: row.get(1)?,
                dismissed: row.get(2)?,
                sent_open: row.get(3)?,
            })
        })?)
    }

    /// By rule, how many times in a row its last findings were dismissed: since the last one put right, and since
    /// the teacher last answered the offer to make the rule quieter.
    ///
    /// # Errors
    /// When the database fails.
    pub fn dismissed_in_a_row(&self) -> Result<Vec<(String, u32)>, HistoryError> {
        let mut rows = self.connection.prepare_cached(
            "WITH ended AS (
                 SELECT rule, max(at) AS at FROM (
                     SELECT rule, outcome_at AS at FROM nudge WHERE outcome = 'put-right'
                     UNION ALL SELECT rule, at FROM quieter_answer
                 ) GROUP BY rule
             )
             SELECT nudge.rule, count(*) FROM nudge LEFT JOIN ended USING (rule)
             WHERE outcome IN ('dismissed', 'not-right') AND outcome_at > coalesce(ended.at, -1)
             GROUP BY nudge.rule ORDER BY nudge.rule",
        )?;
        let counts = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    /// By rule, what came of its findings since the teacher last answered the offer to make the rule quieter.
    ///
    /// # Errors
    /// When the database fails.
    pub fn acceptance(&self) -> Result<Vec<(String, Outcomes)>, HistoryError> {
        let mut rows = self.connection.prepare_cached(
            "SELECT nudge.rule,
                    count(*) FILTER (WHERE shown = 1),
                    count(*) FILTER (WHERE outcome = 'put-right'),
                    count(*) FILTER (WHERE outcome IN ('dismissed', 'not-right')),
                    count(*) FILTER (WHERE outcome = 'sent-open')
             FROM nudge LEFT JOIN quieter_answer USING (rule)
             WHERE coalesce(outcome_at, noticed_at) > coalesce(quieter_answer.at, -1)
             GROUP BY nudge.rule ORDER BY nudge.rule",
        )?;
        let records = rows.query_map([], |row| {
            let outcomes = Outcomes {
                shown: row.get(1)?,
                put_right: row.get(2)?,
                dismissed: row.get(3)?,
                sent_open: row.get(4)?,
            };
            Ok((row.get(0)?, outcomes))
        })?;
        Ok(records.collect::<Result<_, _>>()?)
    }

    /// By rule, what came of all its findings.
    ///
    /// # Errors
    /// When the database fails.
    pub fn records(&self) -> Result<Vec<(String, RuleRecord)>, HistoryError> {
        let mut rows = self.connection.prepare_cached(
            "SELECT rule,
                    count(*) FILTER (WHERE shown = 1),
                    count(*) FILTER (WHERE outcome = 'put-right'),
                    count(*) FILTER (WHERE outcome = 'dismissed'),
                    count(*) FILTER (WHERE outcome = 'not-right')
             FROM nudge GROUP BY rule ORDER BY rule",
        )?;
        let records = rows.query_map([], |row| {
            let record = RuleRecord {
                shown: row.get(1)?,
                put_right: row.get(2)?,
                kept: row.get(3)?,
                not_right: row.get(4)?,
            };
            Ok((row.get(0)?, record))
        })?;
        Ok(records.collect::<Result<_, _>>()?)
    }

    /// The teacher took the last answer to a finding back: it is open again, and what was dismissed for the draft before that
    /// answer is dismissed again.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_back(
        &mut self,
        draft: Hash,
        rule: &str,
        dismissed_before: Option<&Dismissed>,
        at: i64,
    ) -> Result<(), HistoryError> {
        let transaction = self.write()?;
        transaction
            .prepare_cached(
                "UPDATE nudge SET outcome = NULL, outcome_at = NULL WHERE id =
                 (SELECT id FROM nudge WHERE draft = ?1 AND rule = ?2 AND outcome IN ('dismissed', 'not-right', 'later')
                  ORDER BY id DESC LIMIT 1)",
            )?
            .execute(params![draft.0, rule])?;
        transaction
            .prepare_cached("DELETE FROM dismissal WHERE draft = ?1 AND rule = ?2")?
            .execute(params![draft.0, rule])?;
        transaction.commit()?;
        dismissed_before.map_or(Ok(()), |dismissed| self.dismiss(draft, dismissed, at))
    }

    /// The teacher answered the offer to make this rule quieter.
    ///
    /// # Errors
    /// When the database fails.
    pub fn answered_quieter(&self, rule: &str, at: i64) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO quieter_answer (rule, at) VALUES (?1, ?2)")?
            .execute(params![rule, at])?;
        Ok(())
    }

    /// Forgets findings noticed, and dismissals made, before this moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn prune(&mut self, before: i64) -> Result<(), HistoryError> {
        let transaction = self.write()?;
        transaction.execute("DELETE FROM nudge WHERE noticed_at < ?1", [before])?;
        transaction.execute("DELETE FROM dismissal WHERE at < ?1", [before])?;
        transaction.commit()?;
        Ok(())
    }
}

fn insert(connection: &Connection, event: &NudgeEvent<'_>) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO nudge (draft, rule, severity, categories, noticed_at, shown) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
        )?
        .insert(params![event.draft.0, event.rule, event.severity, event.categories.join(" "), event.at])
}

fn record(row: &Row<'_>) -> rusqlite::Result<NudgeRecord> {
    let categories: String = row.get(2)?;
    let outcome: Option<String> = row.get(5)?;
    let at: Option<i64> = row.get(6)?;
    Ok(NudgeRecord {
        rule: row.get(0)?,
        severity: row.get(1)?,
        categories: categories.split_whitespace().map(str::to_owned).collect(),
        noticed_at: row.get(3)?,
        shown: row.get(4)?,
        outcome: outcome.and_then(|word| Outcome::parse(&word)).zip(at),
    })
}
