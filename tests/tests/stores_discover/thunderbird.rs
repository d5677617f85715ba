//! Thunderbird's profiles.

use mailwijs_store::discover;
use mailwijs_tests::stores::copy;

use crate::home::{drafts_of, moved, on_windows, only, stores};

#[test]
fn the_profile_in_use() {
    let home = copy("thunderbird-home-linux");
    let client = only(home.path());
    let profile = home.path().join(".thunderbird/k3x9p2qa.default-esr");
    assert_eq!((client.name, &client.profile), ("Thunderbird", &profile));
    let identities: Vec<_> = client
        .identities
        .iter()
        .map(|identity| {
            (
                identity.key.as_str(),
                identity.email.as_str(),
                identity.name.as_str(),
            )
        })
        .collect();
    assert_eq!(
        identities,
        [
            ("id1", "an.peeters@sintjan.example", "An Peeters"),
            ("id2", "an.peeters@prive.example", "An Peeters")
        ]
    );
    let drafts = profile.join("ImapMail/imap.sintjan.example/Concepten");
    assert_eq!(client.identities[0].drafts.as_ref(), Some(&drafts));
    assert_eq!(
        client.identities[1].drafts,
        Some(profile.join("Mail/pop.prive.example/Drafts"))
    );
    assert_eq!(drafts_of(&client), [drafts]);
    assert_eq!(
        stores(&client),
        [
            "an.peeters@sintjan.example",
            "Lokale mappen",
            "an.peeters@prive.example"
        ]
    );
}

#[test]
fn in_every_package_and_on_every_platform() {
    for root in [
        "snap/thunderbird/common/.thunderbird",
        ".var/app/org.mozilla.Thunderbird/.thunderbird",
        "Library/Thunderbird",
    ] {
        let home = moved("thunderbird-home-linux", &[(".thunderbird", root)]);
        let profile = home.path().join(root).join("k3x9p2qa.default-esr");
        assert_eq!(only(home.path()).profile, profile, "{root}");
    }
    let place = "AppData/Local/Packages/MozillaThunderbird.MZLA_h5892qc0xkpca/LocalCache/Roaming/Thunderbird";
    let home = moved("thunderbird-home-linux", &[(".thunderbird", place)]);
    let profile = home.path().join(place).join("k3x9p2qa.default-esr");
    assert_eq!(discover(&on_windows(home.path()))[0].profile, profile);
}
