//! What could not be looked into, in words; and what the teacher says of a place that does not open.

use std::path::Path;

use mailwijs_handover::{PlaceId, SourceId};
use mailwijs_i18n::Arg;
use mailwijs_imap::folder_of;
use mailwijs_store::{ReadCause, ReadError};

use super::OneCase;
use crate::desktop::state::State;
use crate::error::AppError;
use crate::ipc::UnreadDto;

/// Something that could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlooked {
    /// What, and why.
    pub words: String,
    /// Where the teacher alone can say whether a copy is there; `None` when another look may tell.
    pub place: Option<(PlaceId, SourceId)>,
}

impl OneCase {
    /// What could not be looked into, for its page.
    pub(super) fn unread_dtos(&self) -> Vec<UnreadDto> {
        let dto = |unlooked: &Unlooked| UnreadDto {
            text: unlooked.words.clone(),
            place: unlooked.place.map(|(place, _)| place.0.to_string()),
            no_copy: unlooked
                .place
                .is_some_and(|(place, _)| self.case.is_said_of(place)),
        };
        self.unread.iter().map(dto).collect()
    }
}

impl State {
    /// The teacher says that no copy stands in a place that does not open, or takes that back.
    pub(super) fn say_of_place(&mut self, id: u32, place: &str, no_copy: bool) -> Result<(), AppError> {
        let at = self.now().timestamp();
        let one = self.case_mut(id)?;
        let known = one.unread.iter().filter_map(|unlooked| unlooked.place);
        let (place, source) = known
            .into_iter()
            .find(|(known, _)| known.0.to_string() == place)
            .ok_or_else(|| super::act::unknown("place"))?;
        if no_copy {
            one.case.say_no_copy_in(place, source, at);
        } else {
            one.case.unsay_no_copy_in(place, at);
        }
        // What was seen last tells with this word more than it did.
        self.take_in_what_was_seen();
        Ok(())
    }

    /// What could not be looked into, and why.
    pub(super) fn unlooked_words(&self, error: &ReadError) -> String {
        let text = |id, name: String| self.texts.get(id, &[("name", Arg::from(name))]);
        let path = error.path.to_string_lossy();
        let stumbled = error.cause == ReadCause::Stumbled;
        if path.is_empty() {
            let id = if stumbled { "case-stumbled" } else { "case-looking" };
            return self.texts.get(id, &[]);
        }
        if error.path.starts_with("imap:") && folder_of(&error.path).is_none() {
            let id = if stumbled {
                "case-stumbled-mailbox"
            } else {
                "case-not-looked"
            };
            return text(id, self.mailbox_name(&path));
        }
        let id = match error.cause {
            ReadCause::Denied => "case-closed",
            ReadCause::TooLarge => "case-too-large",
            ReadCause::Unfinished => "case-being-written",
            _ => "case-unreadable",
        };
        text(id, self.place_name(&error.path))
    }

    /// What the teacher knows a folder or file by: its store, and where it is in there.
    fn place_name(&self, path: &Path) -> String {
        if let Some(folder) = folder_of(path) {
            let url = path.ancestors().find(|above| self.is_mailbox(above));
            let mailbox = url.map(|url| self.mailbox_name(&url.to_string_lossy()));
            return mailbox.map_or_else(|| folder.clone(), |mailbox| format!("{folder} ({mailbox})"));
        }
        let stores = self.all_stores();
        let within = stores.iter().filter(|store| path.starts_with(&store.root));
        let store = within.max_by_key(|store| store.root.as_os_str().len());
        let named = store.and_then(|store| {
            let below = path.strip_prefix(&store.root).ok()?;
            Some(Path::new(&store.name).join(below))
        });
        named.as_deref().unwrap_or(path).display().to_string()
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use mailwijs_handover::Step;
    use mailwijs_store::Looked;

    use super::super::looker::{Eye, Looker};
    use super::super::tests::{filed, sees, step};
    use super::*;
    use crate::desktop::still_desk::StillDesk;
    use crate::ipc::{CaseAction, UserAction};

    const SERVER: &str = "imap://an@mail.example:993";

    /// A desk with a case whose mail is nowhere to be seen, on a server that refuses a folder.
    fn desk(cause: ReadCause) -> (StillDesk, u32) {
        let mut desk = StillDesk::new();
        desk.state.cases.lookers.insert(Eye::Files, Looker::deaf());
        let server = Eye::Server(SERVER.into());
        desk.state.cases.lookers.insert(server.clone(), Looker::deaf());
        let id = filed(&mut desk);
        sees(&mut desk, &Eye::Files, &[id], Looked::default());
        let refused = Looked {
            sightings: Vec::new(),
            unread: vec![ReadError {
                path: PathBuf::from(format!("{SERVER}/Gedeeld/Zorg;UIDVALIDITY=0")),
                offset: None,
                cause,
            }],
        };
        sees(&mut desk, &server, &[id], refused);
        (desk, id)
    }

    fn unread(desk: &StillDesk) -> UnreadDto {
        desk.state.case_dtos().remove(0).1.unread.remove(0)
    }

    fn says(desk: &mut StillDesk, id: u32, place: &str, no_copy: bool) -> bool {
        let case = CaseAction::NoCopyIn {
            place: place.to_owned(),
            no_copy,
        };
        desk.state.act(UserAction::Case { id, case }).is_ok()
    }

    #[test]
    fn of_a_folder_that_never_opens_the_teacher_says_that_no_copy_is_there_and_can_take_that_back() {
        let (mut desk, id) = desk(ReadCause::Denied);
        assert_eq!(step(&desk, id), Step::Delete, "never assumed");
        let told = unread(&desk);
        assert_eq!(told.text, "Gedeeld/Zorg: deze map gaat voor jou niet open.");
        assert!(!told.no_copy);
        let place = told.place.unwrap();
        assert!(!says(&mut desk, id, "1", true), "a place that nobody told of");
        assert!(says(&mut desk, id, &place, true));
        assert_eq!(step(&desk, id), Step::Done, "at once");
        assert!(unread(&desk).no_copy);
        let receipt = |desk: &StillDesk| {
            let facts = desk.state.receipt_facts(desk.state.cases.get(id).unwrap());
            facts.into_iter().find(|(what, _)| what == "Niet bekeken")
        };
        let (_, said) = receipt(&desk).unwrap();
        assert!(
            said.ends_with("zei de leraar dat daar geen kopie staat."),
            "{said}"
        );
        assert!(says(&mut desk, id, &place, false));
        assert_eq!(receipt(&desk), None);
        assert_eq!(step(&desk, id), Step::Delete);
    }

    #[test]
    fn of_what_passes_there_is_nothing_to_say() {
        let (desk, id) = desk(ReadCause::Io("the server refuses the command EXAMINE".to_owned()));
        assert_eq!(step(&desk, id), Step::Delete);
        let told = unread(&desk);
        assert_eq!(told.text, "Gedeeld/Zorg: kan niet gelezen worden.");
        assert_eq!(told.place, None);
    }
}
