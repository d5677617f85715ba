//! Addresses into households.

use mailwijs_mail::Address;
use mailwijs_policy::AccountKind;

use super::Person;

/// Groups addresses by household: each group holds indices into `addresses`, in order.
///
/// Both parents of one child are one household where the addresses or names say so, and so is one person with two
/// addresses. Pupils with the same family name stay apart, unless a parent of that name stands with them. Addresses at
/// one partner organisation count as one: they know each other's address.
pub fn households(addresses: &[(&Address, AccountKind)]) -> Vec<Vec<usize>> {
    let members: Vec<(Person, AccountKind)> = addresses
        .iter()
        .map(|(address, kind)| (Person::new(address), *kind))
        .collect();
    groups(&members, together)
}

/// How many persons addresses belong to: somebody with two addresses is one.
pub fn count_persons(addresses: &[&Address]) -> usize {
    let persons: Vec<Person> = addresses.iter().map(|address| Person::new(address)).collect();
    groups(&persons, Person::is_same_as).len()
}

/// More addresses than this are not compared with one another: such a list is long in any case.
const COMPARED: usize = 400;

/// The connected groups of a relation, as indices in order.
fn groups<T>(members: &[T], related: fn(&T, &T) -> bool) -> Vec<Vec<usize>> {
    if members.len() > COMPARED {
        return (0..members.len()).map(|index| vec![index]).collect();
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let belongs = |group: &Vec<usize>| {
            group
                .iter()
                .filter_map(|other| members.get(*other))
                .any(|other| related(member, other))
        };
        let (mut joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(belongs);
        groups = apart;
        joined.push(vec![index]);
        groups.push(joined.concat());
    }
    groups.sort();
    groups
}

fn together((one, kind): &(Person, AccountKind), (other, other_kind): &(Person, AccountKind)) -> bool {
    match (kind, other_kind) {
        (AccountKind::Pupil, AccountKind::Pupil) | (AccountKind::School, AccountKind::School) => {
            one.is_same_as(other)
        }
        (AccountKind::Partner, AccountKind::Partner) => domain(&one.mailbox) == domain(&other.mailbox),
        _ => one.lives_with(other),
    }
}

fn domain(mailbox: &str) -> Option<&str> {
    mailbox.rsplit_once('@').map(|(_, domain)| domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many households a list of `Name <address>` or bare addresses makes.
    fn count(list: &[&str]) -> usize {
        let addresses: Vec<Address> = list.iter().map(|text| address(text)).collect();
        let kinds = addresses.iter().map(|address| {
            let kind = match domain(&address.email) {
                Some("leerling.sintjan.example") => AccountKind::Pupil,
                Some("clb.example") => AccountKind::Partner,
                _ => AccountKind::Private,
            };
            (address, kind)
        });
        households(&kinds.collect::<Vec<_>>()).len()
    }

    fn address(text: &str) -> Address {
        let (name, email) = text.split_once('<').unwrap_or(("", text));
        Address {
            name: name.trim().to_owned(),
            email: email.trim_end_matches('>').to_owned(),
        }
    }

    #[test]
    fn both_parents_of_a_child_are_one_household() {
        for parents in [
            ["vader.smeenk@ziggo.nl", "h.smeenk-bruins@gmail.com"],
            ["priya.raman.home@gmail.com", "s.raman.work@outlook.com"],
            ["An Peeters <an.p@telenet.be>", "Tom Peeters <tommeke@gmail.com>"],
            [
                "Peeters, An <anneke1980@telenet.be>",
                "Tom Peeters <tommeke@gmail.com>",
            ],
            [
                "Mama van Lotte <zonnetje@telenet.be>",
                "Papa van Lotte <bvb@gmail.com>",
            ],
            [
                "Sara D'hondt (mama Lotte) <sara1@gmail.com>",
                "Kris Nijs (papa Lotte Nijs) <kr@gmail.com>",
            ],
            ["familiekoster@kpnmail.nl", "r.koster@gmail.com"],
            ["mvanbelle@live.be", "jan.vanbelle@gmail.com"],
            ["mvanbelle@live.be", "pvanbelle@gmail.com"],
            ["janssens.an@telenet.be", "janssens.tom@telenet.be"],
            [
                "Mevr. Van den Berghe <mvdb@telenet.be>",
                "luc.vandenberghe@gmail.com",
            ],
            ["Fam. Okafor <fam1@gmail.com>", "Daniel Okafor <dan@gmail.com>"],
        ] {
            assert_eq!(count(&parents), 1, "{parents:?}");
        }
    }

    #[test]
    fn one_person_with_two_addresses_counts_once() {
        assert_eq!(
            count(&["Ruth Van Hoof <ruth@vanhoof.example>", "ruth.vanhoof@gmail.com"]),
            1
        );
        assert_eq!(count(&["kris_vanlooy@skynet.be", "Kris.Vanlooy@gmail.com"]), 1);
        assert_eq!(
            count(&["an@telenet.be", "AN@telenet.be", "an+school@telenet.be"]),
            1
        );
    }

    #[test]
    fn different_families_stay_apart() {
        for families in [
            ["jan.novotny.prg@gmail.com", "jan.peeters@gmail.com"],
            ["nathalie.wyns@gmail.com", "peter.segers.hw@telenet.be"],
            ["maes.jan@telenet.be", "peeters.jan@telenet.be"],
            ["An Van Damme <a1@gmail.com>", "Tom Van Hoof <t1@gmail.com>"],
            ["mama.lotte@gmail.com", "mama.jef@gmail.com"],
            ["Mama van Lotte <x@gmail.com>", "Mama van Jef <y@gmail.com>"],
            ["Lotte Nijs <l@gmail.com>", "lotte.hermans@gmail.com"],
            ["de.smet@gmail.com", "de.wolf@gmail.com"],
        ] {
            assert_eq!(count(&families), 2, "{families:?}");
        }
    }

    #[test]
    fn pupils_count_one_by_one_but_with_their_parents() {
        let pupils = [
            "kyano.moens@leerling.sintjan.example",
            "shania.moens@leerling.sintjan.example",
        ];
        assert_eq!(count(&pupils), 2);
        assert_eq!(count(&[pupils[0], pupils[1], "els.moens@telenet.be"]), 1);
    }

    #[test]
    fn a_partner_organisation_is_one_household() {
        assert_eq!(count(&["an.maes@clb.example", "tom.nijs@clb.example"]), 1);
    }

    const GIVEN: [&str; 16] = [
        "An", "Tom", "Sofie", "Mehmet", "Fatima", "Jan", "Liesbeth", "Koen", "Noor", "Pieter", "Els", "Yves",
        "Karim", "Anja", "Bart", "Mia",
    ];
    const FAMILIES: [&str; 24] = [
        "Peeters",
        "Janssens",
        "Maes",
        "Jacobs",
        "Mertens",
        "Willems",
        "Claes",
        "Goossens",
        "Wouters",
        "De Smet",
        "Van den Berghe",
        "Vermeulen",
        "El Idrissi",
        "Yilmaz",
        "Okafor",
        "Bakker",
        "de Boer",
        "Visser",
        "Smeets",
        "van Dijk",
        "Nguyen",
        "Diallo",
        "Lambert",
        "Verstraete",
    ];

    /// An address in one of the forms that people choose.
    fn written(given: &str, family: &str, form: usize) -> String {
        let (g, f) = (given.to_lowercase(), family.to_lowercase().replace(' ', ""));
        let initial = g.chars().next().unwrap();
        match form {
            0 => format!("{g}.{f}@gmail.com"),
            1 => format!("{initial}.{f}@telenet.be"),
            2 => format!("{f}.{g}@skynet.be"),
            3 => format!("{given} {family} <{g}1980@gmail.com>"),
            4 => format!("{family}, {given} <{g}@telenet.be>"),
            5 => format!("{g}_{f}1980@hotmail.com"),
            6 => format!("{given} {family} <{g}@{f}.example>"),
            _ => format!("{initial}{f}@proximus.be"),
        }
    }

    proptest::proptest! {
        #[test]
        fn families_are_told_apart_in_any_form(
            names in proptest::sample::subsequence(&FAMILIES[..], 2),
            given in proptest::sample::subsequence(&GIVEN[..], 2),
            forms in (0_usize..8, 0_usize..8),
        ) {
            let [one, other] = [
                written(given[0], names[0], forms.0),
                written(given[1], names[1], forms.1),
            ];
            proptest::prop_assert_eq!(count(&[one.as_str(), other.as_str()]), 2, "{} {}", one, other);
        }

        #[test]
        fn partners_with_one_family_name_are_one_household_in_any_form(
            family in proptest::sample::select(&FAMILIES[..]),
            given in proptest::sample::subsequence(&GIVEN[..], 2),
            forms in (0_usize..7, 0_usize..7),
        ) {
            let [one, other] = [written(given[0], family, forms.0), written(given[1], family, forms.1)];
            proptest::prop_assert_eq!(count(&[one.as_str(), other.as_str()]), 1, "{} {}", one, other);
        }
    }
}
