//! Passwords and codes, and talk about them.

use crate::{found, is_password};

#[test]
fn flag_passwords() {
    for (text, expected) in [
        ("login: docent\npaswoord: Lente2024sj\n", "paswoord: Lente2024sj"),
        (
            "Het wachtwoord van Yusuf voor Smartschool is Zomer2024!",
            "wachtwoord van Yusuf voor Smartschool is Zomer2024!",
        ),
        ("ontgrendelen met pincode 7391 (niet op de wagen)", "pincode 7391"),
        (
            "Mot de passe provisoire : Mésange-407. Merci",
            "Mot de passe provisoire : Mésange-407",
        ),
        (
            "Inloggen met juf als gebruiker en Gordijn-Open8 als ww.",
            "Gordijn-Open8 als ww",
        ),
        (
            "De code van het alarm is 4829, niet doorgeven.",
            "code van het alarm is 4829",
        ),
        ("De wifi-code is sintjan-2025.", "wifi-code is sintjan-2025"),
        ("ww:Kip12345", "ww:Kip12345"),
        (
            "Wifi op de kamers: netwerk Internaat-2, sleutel egelpad-noord-77. Om 22u valt die uit.",
            "Wifi op de kamers: netwerk Internaat-2, sleutel egelpad-noord-77",
        ),
        (
            "Wachtwoord van het netwerk Zonnebloem12, niet doorgeven.",
            "Wachtwoord van het netwerk Zonnebloem12",
        ),
        (
            "met wachtwoord 2CpraatMee!. Niet veranderen",
            "wachtwoord 2CpraatMee!",
        ),
    ] {
        assert_eq!(found(text, is_password), [expected], "{text}");
    }
}

#[test]
fn pass_talk_about_passwords() {
    for text in [
        "Ik ben mijn wachtwoord vergeten, kan je het resetten?",
        "Je wachtwoord krijg je morgen op papier.",
        "Een wachtwoord is minstens 12 tekens lang.",
        "Het wachtwoord is verlopen sinds 12 maart 2025.",
        "Kies een nieuw wachtwoord via https://accounts.example/reset?id=4a7f",
        "Mijn pincode werkt niet meer, kan iemand helpen?",
        "Wachtwoord: zie papier in je postvak",
        "Vanaf 1 maart 2025 wijzigt het wachtwoord van iedereen.",
        "wachtwoord resetten voor klas 3B",
    ] {
        assert_eq!(found(text, is_password), Vec::<String>::new(), "{text}");
    }
}
