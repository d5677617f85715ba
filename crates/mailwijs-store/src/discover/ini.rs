//! The `[Section]` / `key=value` files of Thunderbird, Evolution, Claws Mail, aerc, `OfflineIMAP` and notmuch.

/// One section: its name and its entries, in file order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    pub name: String,
    entries: Vec<(String, String)>,
}

impl Section {
    /// The value of a key, when it is not empty.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let (_, value) = self.entries.iter().find(|(name, _)| name == key)?;
        Some(value.as_str()).filter(|value| !value.is_empty())
    }
}

/// Reads a file's sections.
pub(super) fn parse(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            sections.push(Section {
                name: name.to_owned(),
                entries: Vec::new(),
            });
        } else if let (Some(section), Some((key, value))) = (sections.last_mut(), line.split_once('=')) {
            section
                .entries
                .push((key.trim().to_owned(), value.trim().to_owned()));
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_keys() {
        let sections =
            parse("# x\n[Profile0]\nPath=k3x9.default-esr\r\nDefault=\n\n[General]\nVersion=2\nrommel\n");
        assert_eq!(sections.len(), 2);
        assert_eq!(sections[0].get("Path"), Some("k3x9.default-esr"));
        assert_eq!(sections[0].get("Default"), None);
        assert_eq!(sections[1].get("Version"), Some("2"));
    }
}
