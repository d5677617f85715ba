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
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let belongs = |group: &Vec<usize>| {
            group
                .iter()
                .filter_map(|other| members.get(*other))
                .any(|other| together(member, other))
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
}
