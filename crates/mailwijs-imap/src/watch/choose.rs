//! Which folders are followed, and which of them on a connection of their own.

use mailwijs_store::{FolderRole, role_of};

use crate::RemoteFolder;

/// As many folders are visited in turn; one look at all of them stays below a minute.
const IN_TURN: usize = 200;

/// Folders that are followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Each on a connection of its own, because what happens in it matters at once. Some servers allow a teacher ten
    /// connections in all. The drafts come first, on the connection that is there already.
    pub own: Vec<RemoteFolder>,
    /// In turn, on one connection for all.
    pub in_turn: Vec<RemoteFolder>,
}

impl Chosen {
    /// Every folder that is followed.
    pub fn all(&self) -> impl Iterator<Item = &RemoteFolder> {
        self.own.iter().chain(&self.in_turn)
    }

    /// Whether drafts are among them.
    pub fn has_drafts(&self) -> bool {
        self.own.iter().any(|folder| folder.role == FolderRole::Drafts)
    }

    /// Whether neither drafts nor an inbox are among them: a mailbox has an inbox.
    pub fn is_nothing(&self) -> bool {
        use FolderRole::{Drafts, Inbox};
        !self
            .own
            .iter()
            .any(|folder| matches!(folder.role, Drafts | Inbox))
    }
}

/// Of all folders: drafts, inbox, Sent and trash, the first of each; then more of drafts and Sent, the outbox, and
/// wherever mail may be put as it comes in.
pub(super) fn choose(folders: &[RemoteFolder]) -> Chosen {
    use FolderRole::{Drafts, Inbox, Outbox, Sent, Trash};
    let of = |role| folders.iter().filter(move |folder| folder.role == role);
    let own: Vec<RemoteFolder> = [Drafts, Inbox, Sent, Trash]
        .into_iter()
        .filter_map(|role| of(role).next().cloned())
        .collect();
    let mut in_turn: Vec<RemoteFolder> = Vec::new();
    let more = [Drafts, Inbox, Outbox, Sent].into_iter().flat_map(of);
    let receiving = || folders.iter().filter(|folder| receives(folders, folder));
    let [below_inbox, elsewhere] = [true, false].map(|below| {
        receiving()
            .filter(move |folder| is_below(folder, |above| above.eq_ignore_ascii_case("INBOX")) == below)
    });
    for folder in more.chain(below_inbox).chain(elsewhere) {
        if in_turn.len() == IN_TURN {
            break;
        }
        let is_same = |other: &RemoteFolder| other.spelled == folder.spelled;
        if !own.iter().any(is_same) && !in_turn.iter().any(is_same) {
            in_turn.push(folder.clone());
        }
    }
    Chosen { own, in_turn }
}

/// Whether a rule on the server may put mail there as it comes in. What was deleted, sent or put away is below a folder of
/// that role, or at least called so.
fn receives(folders: &[RemoteFolder], folder: &RemoteFolder) -> bool {
    use FolderRole::{Archive, Drafts, Junk, Other, Outbox, Sent, Templates, Trash};
    let elsewhere = |role| matches!(role, Archive | Drafts | Junk | Outbox | Sent | Templates | Trash);
    folder.role == Other
        && !elsewhere(role_of(&folder.name))
        && !is_below(folder, |above| {
            folders
                .iter()
                .any(|other| elsewhere(other.role) && other.name == above)
        })
}

fn is_below(folder: &RemoteFolder, is_above: impl Fn(&str) -> bool) -> bool {
    let mut levels = folder.name.match_indices('/');
    levels.any(|(at, _)| folder.name.get(..at).is_some_and(&is_above))
}

#[cfg(test)]
mod tests {
    use FolderRole::{Archive, Drafts, Inbox, Junk, Other, Sent, Trash};

    use super::*;

    fn folders(named: &[(&str, FolderRole)]) -> Vec<RemoteFolder> {
        let folder = |(name, role): &(&str, FolderRole)| RemoteFolder {
            name: (*name).to_owned(),
            role: *role,
            spelled: (*name).to_owned(),
        };
        named.iter().map(folder).collect()
    }

    fn names(folders: &[RemoteFolder]) -> Vec<&str> {
        folders.iter().map(|folder| folder.name.as_str()).collect()
    }

    #[test]
    fn wherever_mail_may_be_put_as_it_comes_in() {
        let chosen = choose(&folders(&[
            ("Projecten", Other),
            ("INBOX", Inbox),
            ("INBOX/Leerlingen", Other),
            ("INBOX/Leerlingen/4B", Other),
            ("Kladjes", Drafts),
            ("Drafts", Other),
            ("Verzonden", Sent),
            ("Verzonden/2025", Other),
            ("Weg", Trash),
            ("Weg/Oud", Other),
            ("Spam", Junk),
            ("Bewaard", Archive),
            ("Bewaard/2024/Zorg", Other),
            ("Sjablonen", FolderRole::Templates),
        ]));
        assert_eq!(names(&chosen.own), ["Kladjes", "INBOX", "Verzonden", "Weg"]);
        assert_eq!(
            names(&chosen.in_turn),
            ["INBOX/Leerlingen", "INBOX/Leerlingen/4B", "Projecten"]
        );
    }

    #[test]
    fn however_many_folders_there_are_the_connections_are_few() {
        let many: Vec<String> = (0..1000).map(|number| format!("map {number}")).collect();
        let mut all = vec![("INBOX", Inbox)];
        all.extend([
            ("a", Drafts),
            ("b", Drafts),
            ("b", Drafts),
            ("c", Sent),
            ("d", Sent),
        ]);
        all.extend(many.iter().map(|name| (name.as_str(), Other)));
        let chosen = choose(&folders(&all));
        assert_eq!(names(&chosen.own), ["a", "INBOX", "c"]);
        assert_eq!(names(&chosen.in_turn)[..3], ["b", "d", "map 0"]);
        assert_eq!(chosen.in_turn.len(), IN_TURN);
        assert!(choose(&folders(&[("c", Sent)])).is_nothing());
    }
}
