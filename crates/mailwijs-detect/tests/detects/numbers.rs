//! Numbers that stand for one person.

use crate::{found, is_number};

#[test]
fn flag_identifiers() {
    for (text, expected) in [
        (
            "Het rijksregisternummer van Lotte is 11.02.14-257.82.",
            "11.02.14-257.82",
        ),
        ("rrn 85073003328 graag inschrijven", "85073003328"),
        ("Insz: 090912 113 02", "090912 113 02"),
        (
            "11\u{a0}.02.14\u{2011}257.82 (rijksregister)",
            "11\u{a0}.02.14\u{2011}257.82",
        ),
        ("RRN: 1\u{ad}1.02.14-257.82", "1\u{ad}1.02.14-257.82"),
        ("RRN: 11.02.14-\n> 257.82", "11.02.14-\n> 257.82"),
        ("RRN: １１.０２.１４-２５７.８２", "１１.０２.１４-２５７.８２"),
        ("Zijn BSN is 111222333, kun je hem aanmelden?", "111222333"),
        ("Burgerservicenummer: 111 222 333", "111 222 333"),
        ("terugbetaling op BE71 0961 2345 6769.", "BE71 0961 2345 6769"),
        ("op nl20ingb0001234567 graag", "nl20ingb0001234567"),
    ] {
        assert_eq!(found(text, is_number), [expected], "{text}");
    }
}

#[test]
fn pass_numbers_that_are_nobody() {
    for text in [
        "Bel 0470 12 34 56 of 09 123 45 67.",
        "Mededeling +++010/8068/17183+++",
        "Order 123456782, kopieerapparaat",
        "Zijn BSN is 123456789, dat klopt niet",
        "Het rijksregisternummer 11.02.14-257.83 is fout",
        "BE71 0961 2345 6768",
        "ISBN 978-90-5487-123-4",
        "dossier 85073003328",
    ] {
        assert_eq!(found(text, is_number), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn further_numbers_of_a_column_need_no_keyword_of_their_own() {
    let text = "Naam | BSN\nVeldkamp | 191819906\nOudshoorn | 231255032\n";
    assert_eq!(found(text, is_number), ["191819906", "231255032"]);
}
