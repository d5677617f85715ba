//! Services that share a file with everybody who has its link, from `assets/checks/share-links.tsv`.

use std::sync::LazyLock;

use super::address::WebAddress;
use crate::words::rows;

/// How a service shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShareKind {
    /// A private service that sends large files.
    Transfer,
    /// A private person's file store.
    Cloud,
    /// An album of photos or films on a private service.
    Album,
    /// A file store that schools use too; such a link usually opens for everybody who has it.
    Open,
    /// Any page of a file store: shared with everybody only when the words say so.
    Store,
}

/// A sharing service.
#[derive(Debug)]
pub struct Service {
    /// How it shares.
    pub kind: ShareKind,
    /// What people call it.
    pub name: &'static str,
    host: &'static str,
    /// How the path begins.
    start: &'static str,
    /// What else must stand in the path or query; one of these, when there are any.
    holds: Vec<&'static str>,
}

static SERVICES: LazyLock<Vec<Service>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/share-links.tsv"))
        .filter_map(|row| Service::read(&row))
        .collect()
});

impl Service {
    /// The service that a link leads to a shared file of.
    pub fn of(address: &WebAddress) -> Option<&'static Self> {
        SERVICES.iter().find(|service| service.shares(address))
    }

    fn shares(&self, address: &WebAddress) -> bool {
        let (path, start) = (address.path.as_str(), self.start);
        address.is_at(self.host)
            && path.strip_prefix(start).is_some_and(|rest| !rest.is_empty())
            && (self.holds.is_empty() || self.holds.iter().any(|part| path.contains(part)))
    }

    fn read(row: &[&'static str]) -> Option<Self> {
        let [kind, host, start, holds, name, _example] = *row else {
            return None;
        };
        Some(Self {
            kind: ShareKind::parse(kind)?,
            name,
            host,
            start,
            holds: holds.split('|').filter(|part| *part != "-").collect(),
        })
    }
}

impl ShareKind {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "transfer" => Self::Transfer,
            "cloud" => Self::Cloud,
            "album" => Self::Album,
            "open" => Self::Open,
            "store" => Self::Store,
            _ => return None,
        })
    }

    /// The word that the texts select on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transfer => "transfer",
            Self::Cloud => "cloud",
            Self::Album => "album",
            Self::Open => "open",
            Self::Store => "store",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(link: &str) -> Option<&'static str> {
        Service::of(&WebAddress::parse(link)?).map(|service| service.name)
    }

    #[test]
    fn every_row_is_understood_and_knows_its_example() {
        let table = include_str!("../../../../assets/checks/share-links.tsv");
        assert_eq!(rows(table).count(), SERVICES.len());
        for row in rows(table) {
            assert_eq!(of(row[5]), Some(row[4]), "{row:?}");
        }
    }

    #[test]
    fn other_pages_share_nothing() {
        for link in [
            "https://wetransfer.com",
            "https://wetransfer.com/",
            "https://www.dropbox.com/login",
            "https://www.youtube.com/watch?v=abc",
            "https://nietwe.tl/t-abc",
            "https://we.tl.example/t-abc",
        ] {
            assert_eq!(of(link), None, "{link}");
        }
    }
}
