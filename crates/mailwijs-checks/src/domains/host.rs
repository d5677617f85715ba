//! A host taken apart by the public suffix list.

/// Longer names, in bytes and however written, are no names that resolve.
const LONGEST: usize = 1000;

/// A host name and the part of it that somebody registered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Host {
    /// The whole name, in lower case and ASCII form.
    pub name: String,
    /// Where the registered domain begins in it.
    at: usize,
    /// How long the public suffix is, in bytes.
    suffix: usize,
}

impl Host {
    /// Takes a host name apart; `None` for an IP address, a public suffix or what is no name.
    pub fn parse(written: &str) -> Option<Self> {
        let trimmed = written.trim().trim_end_matches('.');
        if trimmed.len() > LONGEST {
            return None;
        }
        let name = idna::domain_to_ascii(trimmed).unwrap_or_else(|_| trimmed.to_lowercase());
        let last = name.rsplit('.').next()?;
        if last.is_empty() || last.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let domain = psl::domain(name.as_bytes())?;
        let (at, suffix) = (
            name.len().checked_sub(domain.as_bytes().len())?,
            domain.suffix().as_bytes().len(),
        );
        (suffix < name.len()).then_some(Self { name, at, suffix })
    }

    /// The host of an e-mail address.
    pub fn of_email(email: &str) -> Option<Self> {
        Self::parse(email.rsplit_once('@')?.1)
    }

    /// The registered domain: `kbc.be` of `login.kbc.be`.
    pub fn registered(&self) -> &str {
        self.name.get(self.at..).unwrap_or_default()
    }

    /// The registered label: `kbc` of `login.kbc.be`.
    pub fn label(&self) -> &str {
        let registered = self.registered();
        let end = registered.len().saturating_sub(self.suffix + 1);
        registered.get(..end).unwrap_or_default()
    }

    /// The labels under the registered domain, from the left.
    pub fn under(&self) -> impl Iterator<Item = &str> {
        let before = self.name.get(..self.at.saturating_sub(1)).unwrap_or_default();
        before.split('.').filter(|label| !label.is_empty())
    }

    /// The public suffix: `be`, `co.uk`.
    pub fn suffix(&self) -> &str {
        let registered = self.registered();
        registered
            .get(registered.len().saturating_sub(self.suffix)..)
            .unwrap_or_default()
    }

    /// Whether the name is this domain or lies under it.
    pub fn is_at(&self, domain: &str) -> bool {
        self.name
            .strip_suffix(domain)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::Host;

    #[test]
    fn takes_hosts_apart() {
        for (written, registered, label, suffix) in [
            ("login.kbc.be", "kbc.be", "kbc", "be"),
            ("WWW.Kbc.be.", "kbc.be", "kbc", "be"),
            ("mail.school.co.uk", "school.co.uk", "school", "co.uk"),
            (
                "leerling.sintjan.example",
                "sintjan.example",
                "sintjan",
                "example",
            ),
            ("école.be", "xn--cole-9oa.be", "xn--cole-9oa", "be"),
            ("kbc.github.io", "kbc.github.io", "kbc", "github.io"),
        ] {
            let host = Host::parse(written).unwrap();
            assert_eq!(
                (host.registered(), host.label(), host.suffix()),
                (registered, label, suffix),
                "{written}"
            );
        }
        let under: Vec<_> = Host::parse("a.b.kbc.be")
            .unwrap()
            .under()
            .map(str::to_owned)
            .collect();
        assert_eq!(under, ["a", "b"]);
    }

    #[test]
    fn other_words_are_no_hosts() {
        for written in ["192.0.2.1", "localhost", "be", "", ".", "..", "co.uk", "15.30"] {
            assert_eq!(Host::parse(written), None, "{written}");
        }
    }
}
