//! From when on a recipient is unexpected: the numbers of `assets/checks/circles.tsv`.

use std::sync::LazyLock;

use crate::words::rows;

/// The numbers; what each means stands beside it in the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limits {
    pub history: usize,
    pub rarely: u16,
    pub often: u16,
    pub together: u16,
    pub circle: usize,
    pub list: usize,
    pub odd: u16,
    pub habit: usize,
    pub mails: usize,
    pub fading: u16,
}

/// As the file has them.
pub static LIMITS: LazyLock<Limits> = LazyLock::new(|| {
    let number = |name: &str| -> u16 {
        let row = rows(include_str!("../../../../assets/checks/circles.tsv"))
            .find(|row| row.first().is_some_and(|cell| *cell == name));
        let value = row.and_then(|row| row.get(1)?.parse().ok());
        // A missing number silences; the test below fails first.
        value.unwrap_or(u16::MAX)
    };
    Limits {
        history: number("history").into(),
        rarely: number("rarely"),
        often: number("often"),
        together: number("together"),
        circle: number("circle").into(),
        list: number("list").into(),
        odd: number("odd"),
        habit: number("habit").into(),
        mails: number("mails").into(),
        fading: number("fading"),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_every_number_once() {
        let limits = format!("{:?}", *LIMITS);
        assert!(!limits.contains(&u16::MAX.to_string()), "{limits}");
        let names: Vec<_> = rows(include_str!("../../../../assets/checks/circles.tsv"))
            .filter_map(|row| row.first().copied())
            .collect();
        assert_eq!(names.len(), limits.matches(": ").count(), "{names:?}");
        for name in names {
            assert!(limits.contains(&format!("{name}: ")), "{name}");
        }
    }
}
