//! How well `unusual-recipient` tells a reader who was put in by mistake, on a record of who wrote to whom.
//!
//! As Carvalho and Cohen simulated it ("Preventing Information Leaks in Email", SIAM SDM 2007): to each mail one more reader is
//! added, drawn from those whom its writer had written to before. Unlike theirs, the circles go on learning up to the mail itself,
//! as they do in the product, and no text is looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use mailwijs_checks::{Circles, Context, check};
use mailwijs_detect::Entities;
use mailwijs_mail::{Direction, Mail, parse};
use mailwijs_policy::{Policy, RuleId};
use mailwijs_tests::Error;

/// The mails that a writer sent before anything is asked.
const HISTORY: usize = 30;
/// A mail to more readers than this is a list.
const LIST: usize = 11;
/// The fewest readers beside the one put in, for each row of the table.
const COMPANY: [usize; 3] = [1, 2, 3];

/// The figures of a record, as lines to print.
pub fn measured(record: &str) -> Result<String, Error> {
    let mut writers: BTreeMap<&str, Vec<(&str, Vec<&str>)>> = BTreeMap::new();
    for line in record.lines() {
        let mut cells = line.split('\t');
        let (Some(at), Some(writer), Some(readers)) = (cells.next(), cells.next(), cells.next()) else {
            return Err("a line has no three columns: when, who wrote, who read".into());
        };
        let readers: BTreeSet<&str> = readers.split(',').filter(|reader| *reader != writer).collect();
        writers
            .entry(writer)
            .or_default()
            .push((at, readers.into_iter().collect()));
    }
    let mut seen = Seen::default();
    for (writer, mut mails) in writers {
        mails.sort();
        seen.watch(writer, &mails)?;
    }
    seen.table()
}

/// What is counted over the mails of a row of the table.
#[derive(Debug, Default, Clone, Copy)]
struct Row {
    mails: u32,
    /// The one put in is ranked first, and would be by chance.
    ranked: u32,
    by_chance: f64,
    /// The product points at the one put in.
    told: u32,
    /// The product says something of the mail as it was sent.
    in_vain: u32,
}

#[derive(Debug, Default)]
struct Seen {
    rows: [Row; COMPANY.len()],
    draw: Draw,
}

impl Seen {
    /// All mails of a writer, in the order in which they were sent.
    fn watch(&mut self, writer: &str, mails: &[(&str, Vec<&str>)]) -> Result<(), Error> {
        let policy = policy(writer)?;
        let mut circles = Circles::default();
        let mut book: BTreeSet<&str> = BTreeSet::new();
        for (number, (_, readers)) in mails.iter().enumerate() {
            let others: Vec<&str> = book
                .iter()
                .copied()
                .filter(|one| !readers.contains(one))
                .collect();
            if number >= HISTORY && (1..=LIST).contains(&readers.len()) && !others.is_empty() {
                let slip = others
                    .get(self.draw.below(others.len()))
                    .copied()
                    .unwrap_or_default();
                self.ask(&policy, &circles, writer, readers, slip);
            }
            circles.learn(&mail(writer, readers));
            book.extend(readers);
        }
        Ok(())
    }

    fn ask(&mut self, policy: &Policy, circles: &Circles, writer: &str, readers: &[&str], slip: &str) {
        let mut with_slip = readers.to_vec();
        // Its place must not tell.
        with_slip.insert(self.draw.below(readers.len() + 1), slip);
        let wrong = mail(writer, &with_slip);
        let least = circles
            .least_expected(&wrong)
            .and_then(|place| wrong.recipients.get(place));
        let asked = Row {
            mails: 1,
            ranked: u32::from(least.is_some_and(|least| least.address.email == slip)),
            by_chance: u32::try_from(with_slip.len()).map_or(0.0, |readers| 1.0 / f64::from(readers)),
            told: u32::from(pointed_at(policy, circles, &wrong).is_some_and(|shown| shown.contains(slip))),
            in_vain: u32::from(pointed_at(policy, circles, &mail(writer, readers)).is_some()),
        };
        for (row, _) in self
            .rows
            .iter_mut()
            .zip(COMPANY)
            .filter(|(_, company)| readers.len() >= *company)
        {
            row.mails += asked.mails;
            row.ranked += asked.ranked;
            row.by_chance += asked.by_chance;
            row.told += asked.told;
            row.in_vain += asked.in_vain;
        }
    }

    fn table(&self) -> Result<String, Error> {
        let mut text = String::from("others   mails  ranked first  (by chance)   told  said in vain\n");
        for (row, company) in self.rows.iter().zip(COMPANY) {
            let mails = f64::from(row.mails.max(1));
            let share = |count: u32| 100.0 * f64::from(count) / mails;
            writeln!(
                text,
                "{company:>2} or more {:>5}  {:>10.1} %  {:>9.1} %  {:>4.1} %  {:>10.1} %",
                row.mails,
                share(row.ranked),
                100.0 * row.by_chance / mails,
                share(row.told),
                share(row.in_vain),
            )?;
        }
        Ok(text)
    }
}

/// What the product shows of the reader whom it does not expect, when there is one.
fn pointed_at(policy: &Policy, circles: &Circles, mail: &Mail) -> Option<String> {
    let entities = Entities::default();
    let report = check(&Context {
        circles: Some(circles),
        ..Context::new(mail, Direction::Draft, policy, &entities)
    });
    let mut findings = report.findings.into_iter();
    let finding = findings.find(|finding| finding.rule == RuleId::UnusualRecipient)?;
    finding.evidence.into_iter().next().map(|evidence| evidence.text)
}

/// A mail of which only the headers matter.
fn mail(writer: &str, readers: &[&str]) -> Mail {
    parse(format!("From: {writer}\r\nTo: {}\r\n\r\n", readers.join(", ")).as_bytes())
}

/// A house in which the writer works, without a limit to how many may see one another.
fn policy(writer: &str) -> Result<Policy, Error> {
    let domain = writer.split_once('@').map_or(writer, |(_, domain)| domain);
    let text = format!(
        "format = 1\n[school]\nname = \"House\"\ndomains = [\"{domain}\"]\n[limits]\nvisible_external = 100\nvisible_internal = 100\n"
    );
    Ok(Policy::parse(&text).map_err(|error| error.to_string())?)
}

/// Draws the same on every machine (xorshift64*, Marsaglia and Vigna).
#[derive(Debug)]
struct Draw(u64);

impl Default for Draw {
    fn default() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }
}

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize;
        high % end.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_put_into_a_steady_circle_is_ranked_first() {
        let mut record = String::from("1998-01-01\tik@x.example\tjef@x.example\n");
        for minute in 0..60 {
            writeln!(
                record,
                "1999-01-01 08:{minute:02}\tik@x.example\tan@x.example,els@x.example,tom@x.example"
            )
            .unwrap();
        }
        let table = measured(&record).unwrap();
        assert_eq!(
            table.lines().last(),
            Some(" 3 or more    31       100.0 %       25.0 %  100.0 %         0.0 %")
        );
        assert!(measured("nonsense").is_err());
    }
}
