//! Pieces of text that, repeated, make careless engines take quadratic time or worse.

/// What it is called, and the piece.
pub const TEXTS: [(&str, &str); 10] = [
    ("letters and points", "a.a.a."),
    ("beginnings of account numbers", "BE12 3456 "),
    ("digits", "0123456789 "),
    ("digits without end", "1"),
    ("words that announce a password", "wachtwoord is "),
    ("signs of addresses", "a@a."),
    ("beginnings of patterns", "mama papa ouders "),
    ("quotation signs", "> > > "),
    ("names", "Noor Jef Lotte "),
    ("soft hyphens", "a\u{AD}"),
];
