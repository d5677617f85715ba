//! What a language asks of the spaces between words, so that whoever writes a text need not think of it.

use std::borrow::Cow;

use crate::Lang;

/// A space at which no line ends.
const HELD: char = '\u{a0}';

/// In French a line never ends before `:`, `;`, `?`, `!` or `»`, nor after `«`.
pub(crate) fn typeset(lang: Lang, text: &str) -> Cow<'_, str> {
    if lang != Lang::Fr {
        return Cow::Borrowed(text);
    }
    let mut set = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(char) = chars.next() {
        let holds =
            char == ' ' && (before == Some('«') || matches!(chars.peek(), Some(':' | ';' | '?' | '!' | '»')));
        set.push(if holds { HELD } else { char });
        before = Some(char);
    }
    Cow::Owned(set)
}

#[cfg(test)]
mod tests {
    use super::typeset;
    use crate::Lang;

    #[test]
    fn in_french_no_line_begins_with_a_mark() {
        assert_eq!(
            typeset(Lang::Fr, "Oui ? Choisissez « Rien » : c’est fini !"),
            "Oui\u{a0}? Choisissez «\u{a0}Rien\u{a0}»\u{a0}: c’est fini\u{a0}!"
        );
    }

    #[test]
    fn other_languages_have_no_such_spaces() {
        let text = "Klaar ? « Nee » !";
        assert_eq!(typeset(Lang::Nl, text), text);
        assert_eq!(typeset(Lang::En, text), text);
    }
}
