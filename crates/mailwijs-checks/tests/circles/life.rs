//! A made-up year and a half of a teacher's sent mail: who wrote to whom, without any text.

use std::fmt::Write as _;

/// A small generator of numbers that look random (xorshift64*), the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize;
        high % end.max(1)
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Between `least` and `most` different ones.
    pub fn some<T: Clone>(&mut self, of: &[T], least: usize, most: usize) -> Vec<T> {
        let count = least + self.below(most - least + 1);
        let mut left = of.to_vec();
        let mut taken = Vec::new();
        while taken.len() < count && !left.is_empty() {
            taken.push(left.swap_remove(self.below(left.len())));
        }
        taken
    }
}

/// A mail's readers by header, each `Name <address>`.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    pub to: Vec<String>,
    pub cc: Vec<String>,
    pub bcc: Vec<String>,
}

impl Sent {
    fn to(to: Vec<String>) -> Self {
        Self {
            to,
            ..Self::default()
        }
    }

    pub fn visible(&self) -> usize {
        self.to.len() + self.cc.len()
    }

    /// The headers of the mail that was sent as number `number`.
    pub fn headers(&self, number: usize) -> String {
        let mut text = String::from("From: An Peeters <an.peeters@sintjan.example>\r\n");
        for (name, list) in [("To", &self.to), ("Cc", &self.cc), ("Bcc", &self.bcc)] {
            if !list.is_empty() {
                let _ = write!(text, "{name}: {}\r\n", list.join(",\r\n "));
            }
        }
        let _ = write!(text, "Message-ID: <{number}@sintjan.example>\r\n\r\n");
        text
    }
}

/// Everybody a teacher deals with.
pub struct Life {
    pub colleagues: Vec<String>,
    pub parents: Vec<Vec<String>>,
    pub outside: Vec<String>,
    dice: Dice,
}

const GIVEN: [&str; 24] = [
    "An", "Tom", "Sofie", "Jan", "Els", "Koen", "Lies", "Bart", "Mia", "Karim", "Fatima", "Pieter", "Ruth",
    "Dirk", "Noor", "Wim", "Hilde", "Steven", "Anja", "Mehmet", "Greet", "Luc", "Inge", "Joke",
];
const FAMILIES: [&str; 28] = [
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
    "Vermeulen",
    "Yilmaz",
    "Okafor",
    "Bakker",
    "Smeets",
    "Nguyen",
    "Diallo",
    "Lambert",
    "Verstraete",
    "Coppens",
    "Nijs",
    "Hermans",
    "Praet",
    "Segers",
    "Moens",
    "Raman",
    "Aerts",
    "Van Damme",
];

impl Life {
    /// A school with 45 colleagues and a class of 24.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut person = |domain: &str| {
            let (given, family) = (*dice.one(&GIVEN), *dice.one(&FAMILIES));
            let local = format!("{given}.{family}").to_lowercase().replace(' ', "");
            format!("{given} {family} <{local}@{domain}>")
        };
        let mut colleagues: Vec<String> = (0..60).map(|_| person("sintjan.example")).collect();
        colleagues.sort();
        colleagues.dedup();
        colleagues.retain(|one| !one.contains("an.peeters@"));
        let mut parents: Vec<Vec<String>> = (0..24)
            .map(|_| vec![person("telenet.be"), person("gmail.com")])
            .collect();
        parents.sort();
        let outside = (0..12).map(|_| person("museum.example")).collect();
        let mut dice = Dice::new(seed ^ 0xabcd);
        let colleagues = dice.some(&colleagues, 45, 45);
        Self {
            colleagues,
            parents,
            outside,
            dice,
        }
    }

    /// A thousand mails.
    pub fn mails(&mut self) -> Vec<Sent> {
        (0..1000).map(|number| self.mail(number)).collect()
    }

    fn mail(&mut self, number: usize) -> Sent {
        // Two of the team begin later in the year.
        let team = self.colleagues[..if number < 500 { 5 } else { 7 }].to_vec();
        let department = self.colleagues[4..10].to_vec();
        let care = self.colleagues[9..13].to_vec();
        let everyone = self.colleagues.clone();
        let child = self.dice.below(24);
        let family = self.parents[child].clone();
        let dice = &mut self.dice;
        match dice.below(100) {
            0..24 => Sent::to(dice.some(&everyone, 1, 1)),
            24..44 => Sent::to(dice.some(&family, 1, 2)),
            44..48 => Sent {
                cc: dice.some(&care, 1, 2),
                ..Sent::to(family)
            },
            48..64 => Sent::to(dice.some(&team, 2, 7)),
            64..74 => Sent::to(dice.some(&department, 2, 6)),
            74..84 => Sent {
                cc: dice.some(&team, 0, 1),
                ..Sent::to(dice.some(&care, 2, 4))
            },
            // A working group for once: new company for everybody in it.
            84..90 => Sent::to(dice.some(&everyone, 2, 4)),
            90..93 => Sent {
                cc: dice.some(&team, 1, 2),
                ..Sent::to(dice.some(&self.outside, 1, 1))
            },
            93..96 => Sent {
                bcc: self.parents.concat(),
                ..Sent::to(vec!["An Peeters <an.peeters@sintjan.example>".to_owned()])
            },
            _ => Sent::to(vec!["leerkrachten@sintjan.example".to_owned()]),
        }
    }
}
