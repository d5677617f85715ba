//! The proof of cleaning up: every case that is done in one table, and nothing of any mail.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use mailwijs_handover::{Case, End, Filed, FiledIn, SchoolYear};
use mailwijs_i18n::Arg;
use mailwijs_print::PrintError;

use super::note::long_date;
use crate::desktop::paper::number;
use crate::desktop::state::State;
use crate::ipc::SchoolYearDto;

/// How wide each column is, as a share of all.
const SHARES: [u16; 6] = [2, 5, 5, 7, 7, 3];
const HEADS: [&str; 6] = [
    "clean-up-number",
    "receipt-opened",
    "receipt-done",
    "receipt-category",
    "receipt-filed",
    "clean-up-copies",
];

/// Beside the copies of a case of which not all was seen; what it means stands below the table.
const SAID: &str = " *";

/// A case that is done.
struct Done<'a> {
    id: u32,
    case: &'a Case,
    at: Timestamp,
}

impl Done<'_> {
    /// Of a place that does not open the teacher said that no copy stands there.
    fn is_said(&self) -> bool {
        self.case.said().next().is_some()
    }
}

impl State {
    /// The school years in which a case was done, the newest first.
    pub fn years_of_cases(&self) -> Vec<SchoolYearDto> {
        let mut years: Vec<SchoolYear> = self.done().map(|done| self.school_year(done.at)).collect();
        years.sort_unstable();
        years.dedup();
        let dto = |year: SchoolYear| SchoolYearDto {
            begins: year.begins,
            name: year.to_string(),
        };
        years.into_iter().rev().map(dto).collect()
    }

    /// The proof, over the school year that begins in this calendar year, or over all; `None` when no case was done in it.
    pub fn clean_up(&self, begins: Option<i16>) -> Option<Result<Vec<u8>, PrintError>> {
        let of_year =
            |done: &Done<'_>| begins.is_none_or(|begins| self.school_year(done.at).begins == begins);
        let mut done: Vec<Done<'_>> = self.done().filter(of_year).collect();
        done.sort_by_key(|done| (done.at, done.id));
        let (first, last) = (done.first()?.at, done.last()?.at);
        let text = |id: &str| self.texts.get(id, &[]);
        let year = begins.map(|begins| SchoolYear { begins }.to_string());
        let period = [
            ("year", Arg::from(year.unwrap_or_default())),
            ("first", Arg::from(self.day(first))),
            ("last", Arg::from(self.day(last))),
        ];
        let period_id = if begins.is_some() {
            "clean-up-year"
        } else {
            "clean-up-all"
        };
        let copies: usize = done.iter().map(|done| done.case.deleted()).sum();
        let facts = [
            (text("clean-up-period"), self.texts.get(period_id, &period)),
            (text("clean-up-mails"), done.len().to_string()),
            (text("receipt-copies"), copies.to_string()),
        ];
        let said = done.iter().filter(|done| done.is_said()).count();
        let said = (said > 0).then(|| self.texts.get("clean-up-said", &[("count", number(said))]));
        let rows: Vec<[String; 6]> = done.iter().map(|done| self.row(done)).collect();
        let names = HEADS.map(text);
        let mut heads = names
            .iter()
            .zip(SHARES)
            .map(|(name, share)| (name.as_str(), share));
        let heads: [(&str, u16); 6] = std::array::from_fn(|_| heads.next().unwrap_or_default());
        Some(self.on_paper("clean-up-title", |document| {
            document.paragraph(&text("clean-up-intro"));
            document.facts(&facts);
            document.table(&heads, &rows);
            if let Some(said) = &said {
                document.note(said);
            }
            document.note(&text("receipt-honest"));
        }))
    }

    /// The cases that are done: filed, and every copy gone.
    fn done(&self) -> impl Iterator<Item = Done<'_>> {
        self.cases
            .all
            .iter()
            .filter_map(|(id, one)| match one.case.end()? {
                End::Done(at) => Some(Done {
                    id: *id,
                    case: &one.case,
                    at,
                }),
                End::NotSensitive(_) => None,
            })
    }

    fn row(&self, done: &Done<'_>) -> [String; 6] {
        let categories = done.case.categories().map(|category| self.category(category));
        [
            done.id.to_string(),
            self.day(done.case.opened()),
            self.day(done.at),
            categories.collect::<Vec<_>>().join(", "),
            done.case
                .filed()
                .map(|filed| self.filed_in(filed))
                .unwrap_or_default(),
            format!(
                "{}{}",
                done.case.deleted(),
                if done.is_said() { SAID } else { "" }
            ),
        ]
    }

    fn filed_in(&self, filed: Filed) -> String {
        match filed.place {
            FiledIn::System => self.tracking_system(),
            FiledIn::Share => self.texts.get("clean-up-share", &[]),
            FiledIn::Colleague => self.texts.get("clean-up-colleague", &[]),
            FiledIn::Elsewhere => self.texts.get("clean-up-elsewhere", &[]),
        }
    }

    /// The day, in words.
    fn day(&self, at: Timestamp) -> String {
        long_date(&self.texts, &at.to_zoned(TimeZone::system()))
    }

    fn school_year(&self, at: Timestamp) -> SchoolYear {
        let first_month = self.policy.policy.school.country.first_school_month();
        SchoolYear::of(at.to_zoned(TimeZone::system()).date(), first_month)
    }
}

#[cfg(test)]
mod tests {
    use mailwijs_detect::Category;
    use mailwijs_handover::{PlaceId, SourceId};
    use mailwijs_store::{Looked, Sought};

    use super::super::looker::Eye;
    use super::super::tests::{filed, sees};
    use super::*;
    use crate::desktop::still_desk::StillDesk;

    const DAY: i64 = 24 * 60 * 60 * 1000;

    /// A case is done now.
    fn done(desk: &mut StillDesk) -> u32 {
        let id = filed(desk);
        let all: Vec<u32> = desk.state.cases.all.keys().copied().collect();
        sees(desk, &Eye::Files, &all, Looked::default());
        assert!(matches!(
            desk.state.cases.get(id).unwrap().end(),
            Some(End::Done(_))
        ));
        id
    }

    fn years(desk: &StillDesk) -> Vec<String> {
        desk.state
            .cases()
            .done_years
            .into_iter()
            .map(|year| year.name)
            .collect()
    }

    /// The proof, as text.
    fn proof(desk: &StillDesk, begins: Option<i16>) -> String {
        let pdf = desk.state.clean_up(begins).unwrap().unwrap();
        let document = lopdf::Document::load_mem(&pdf).unwrap();
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        document
            .extract_text(&pages)
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn each_school_year_has_a_proof_of_its_own() {
        let mut desk = StillDesk::new();
        assert_eq!(years(&desk), [""; 0]);
        desk.at(20, 10);
        done(&mut desk);
        done(&mut desk);
        assert_eq!(years(&desk), ["1969-1970"]);
        desk.after(240 * DAY);
        done(&mut desk);
        assert_eq!(years(&desk), ["1970-1971", "1969-1970"]);

        let first = proof(&desk, Some(1969));
        assert!(first.contains("Schooljaar 1969-1970"), "{first}");
        assert!(first.contains("Opgeruimde mails 2"), "{first}");
        assert!(
            first.contains("20 januari 1970") && !first.contains("september"),
            "{first}"
        );
        let second = proof(&desk, Some(1970));
        assert!(second.contains("Opgeruimde mails 1"), "{second}");
        assert!(
            second.contains("17 september 1970") && !second.contains("januari"),
            "{second}"
        );
        let all = proof(&desk, None);
        assert!(all.contains("Opgeruimde mails 3"), "{all}");
        assert!(
            all.contains("Van 20 januari 1970 tot en met 17 september 1970"),
            "{all}"
        );
    }

    #[test]
    fn what_was_said_and_not_seen_is_marked() {
        let mut desk = StillDesk::new();
        desk.at(20, 10);
        done(&mut desk);
        let seen = proof(&desk, None);
        assert!(!seen.contains('*') && !seen.contains("leraar"), "{seen}");

        let id = filed(&mut desk);
        let at = desk.state.now().timestamp();
        let case = &mut desk.state.case_mut(id).unwrap().case;
        case.say_no_copy_in(PlaceId(1), SourceId(99), at);
        sees(&mut desk, &Eye::Files, &[1, id], Looked::default());
        assert!(desk.state.cases.get(id).unwrap().end().is_some());
        let said = proof(&desk, None);
        assert_eq!(said.matches("0 *").count(), 1, "{said}");
        assert!(
            said.contains("* Bij deze mail kon Mailwijs niet overal kijken"),
            "{said}"
        );
    }

    #[test]
    fn only_what_is_done_is_in_it() {
        let mut desk = StillDesk::new();
        desk.at(20, 10);
        let mut about = |mail: u8, category| {
            let sought = Sought {
                message_id: Some([mail; 16]),
                ..Sought::default()
            };
            desk.state.begin_case(sought, &[category])
        };
        about(1, Category::Financial);
        let ordinary = about(2, Category::Judicial);
        let at = desk.state.now().timestamp();
        desk.state.case_mut(ordinary).unwrap().case.not_sensitive(at);
        assert!(desk.state.clean_up(None).is_none());
        assert_eq!(years(&desk), [""; 0]);

        done(&mut desk);
        let proof = proof(&desk, None);
        assert!(
            proof.contains("Opgeruimde mails 1") && proof.contains("gezondheid"),
            "{proof}"
        );
        for word in [Category::Financial, Category::Judicial].map(|category| desk.state.category(category)) {
            assert!(!proof.contains(&word), "{word}: {proof}");
        }
        assert!(desk.state.clean_up(Some(1990)).is_none());
    }
}
