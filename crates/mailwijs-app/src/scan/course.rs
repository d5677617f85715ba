//! How far a scan has come: by the bytes of mail, which take time more evenly than messages do.

use mailwijs_store::{FolderRole, MailStore};

/// The mail of some stores, folder by folder, and how much of it is done.
#[derive(Debug, Clone, Default)]
pub struct Course {
    /// The folders of each store.
    stores: Vec<Vec<Stage>>,
    /// The folder at hand, and the bytes of it that are done.
    at: Option<(usize, usize)>,
    done: u64,
    total: u64,
}

#[derive(Debug, Clone)]
struct Stage {
    name: String,
    /// About how many bytes of mail stand before it, and in it.
    before: u64,
    extent: u64,
}

impl Course {
    /// Looks how much mail there is in folders with these roles; nothing is read.
    pub fn over(stores: &[MailStore], roles: &dyn Fn(FolderRole) -> bool) -> Self {
        let mut course = Self::default();
        for store in stores {
            let folders = store.folders.iter().map(|folder| {
                let stage = Stage {
                    name: folder.name.clone(),
                    before: course.total,
                    extent: if roles(folder.role) { folder.extent() } else { 0 },
                };
                course.total += stage.extent;
                stage
            });
            course.stores.push(folders.collect());
        }
        course
    }

    /// About how many bytes of mail there are.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// A message of so many bytes, in this folder of this store, is done. Gives how many bytes are, and the folder's name when it
    /// is another than before.
    pub fn step(&mut self, store: usize, folder: Option<usize>, size: u64) -> Option<(u64, Option<&str>)> {
        let at = (store, folder?);
        let stage = self.stores.get(store)?.get(at.1)?;
        let is_new = self.at != Some(at);
        if is_new {
            (self.at, self.done) = (Some(at), 0);
        }
        self.done += size;
        // A folder that holds more than it seemed does not run into the next.
        let reached = stage.before + self.done.min(stage.extent);
        Some((reached, is_new.then_some(stage.name.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_holds_more_than_it_seemed_does_not_run_into_the_next() {
        let mut course = Course {
            stores: vec![
                [("Inbox", 0, 100), ("Sent", 100, 50)]
                    .map(|(name, before, extent)| Stage {
                        name: name.to_owned(),
                        before,
                        extent,
                    })
                    .into(),
            ],
            ..Course::default()
        };
        let mut reached = Vec::new();
        for (folder, size) in [(0, 60), (0, 70), (1, 20)] {
            let (at, name) = course.step(0, Some(folder), size).unwrap();
            reached.push((at, name.map(str::to_owned)));
        }
        let new = |name: &str| Some(name.to_owned());
        assert_eq!(reached, [(60, new("Inbox")), (100, None), (120, new("Sent"))]);
        assert_eq!(
            course.step(1, Some(0), 9),
            None,
            "a mailbox on a server has no extent"
        );
    }

    #[test]
    fn without_mail_there_is_nothing_to_measure() {
        assert_eq!(Course::over(&[], &|_| true).total(), 0);
    }
}
