//! A whole mailbox, as a Maildir and as one mbox: `mailwijs scan` beside indexers and beside parsing alone.

use std::path::{Path, PathBuf};

use mailwijs_tests::Error;

use super::child::{self, Ran};
use super::letters::Letters;
use super::mailbox::{Maildir, Mbox};
use super::program::Program;
use super::report::{Section, mebibytes, time, verdict};
use super::{Args, peers};

/// Of every mails so many were sent by the teacher.
const SENT_OF: usize = 4;

/// The most memory a scan may take.
const MEMORY: u64 = 150 << 20;

/// Makes the mailboxes in `folder` and measures.
pub fn measure(args: &Args, folder: &Path) -> Result<Section, Error> {
    let program = Program::beside_us(&folder.join("home"))?;
    println!(
        "Writing {} messages, about {} MB, twice …",
        args.messages, args.megabytes
    );
    let (maildir, mbox, bytes) = write(args, folder)?;
    let mut rows = Vec::new();
    let mut notes = vec![
        "`mailwijs scan` reads, decodes and checks each message, its PDFs included; mu and notmuch decode texts and index \
         them; mail-parser only parses, on one core. CPU is of all cores together. None gives way to other programs \
         (`--full-speed`)."
            .to_owned(),
        format!("Of {} rounds in turn, each program's fastest; notmuch ran once.", args.rounds),
    ];
    for (kind, store) in [("Maildir", &maildir), ("mbox", &mbox)] {
        let (mut ours, mut parsed, mut mu) = (Vec::new(), Vec::new(), Vec::new());
        for round in 1..=args.rounds {
            println!("{kind}, round {round} of {} …", args.rounds);
            ours.push(scan(&program, store, false)?);
            parsed.push(peers::mail_parser(store)?);
            if store.is_dir() {
                mu.push(peers::mu(store, &folder.join("mu")));
            }
        }
        let (ours, parsed) = (fastest(ours)?, fastest(parsed)?);
        let ratio = ours.wall.as_secs_f64() / parsed.wall.as_secs_f64();
        rows.push(row(kind, "`mailwijs scan --layer rules`", &ours, &ours, {
            verdict(ours.peak <= MEMORY, "≤ 150 MiB")
        }));
        rows.push(row(kind, "mail-parser, parse only", &parsed, &ours, {
            verdict(ratio <= 1.5, "scan ≤ 1.5 × its time")
        }));
        if !store.is_dir() {
            notes.push("mu and notmuch read no mbox.".to_owned());
            continue;
        }
        match mu.into_iter().collect::<Result<Vec<_>, _>>().and_then(fastest) {
            Ok(mu) => {
                let times = mu.wall.as_secs_f64() / ours.wall.as_secs_f64();
                rows.push(row(
                    kind,
                    "`mu index`",
                    &mu,
                    &ours,
                    verdict(times >= 10.0, "scan ≥ 10 × faster"),
                ));
            }
            Err(error) => notes.push(format!("mu: {error}")),
        }
        println!("{kind}, notmuch …");
        match peers::notmuch(store, &folder.join("notmuch")) {
            Ok(notmuch) => rows.push(row(kind, "`notmuch new`", &notmuch, &ours, String::new())),
            Err(error) => notes.push(format!("notmuch: {error}")),
        }
        if args.with_sentences {
            println!("{kind}, with sentences …");
            let whole = scan(&program, store, true)?;
            rows.push(row(
                kind,
                "`mailwijs scan`, sentences too",
                &whole,
                &ours,
                String::new(),
            ));
        }
    }
    if !args.with_sentences {
        notes.push(
            "The encoder, which reads sentences, is left out here; `--with-sentences` measures it too."
                .to_owned(),
        );
    }
    Ok(Section {
        title: "Scan of a mailbox",
        about: format!(
            "{} messages, {} MB: threads, HTML, and on every third a PDF or a photo.",
            args.messages,
            bytes / 1_000_000
        ),
        columns: vec![
            "store",
            "program",
            "time",
            "CPU",
            "in scan's times",
            "peak memory",
            "target",
        ],
        rows,
        notes,
    })
}

/// The same mailbox as a Maildir and as an mbox, and how many bytes of mail it holds.
fn write(args: &Args, folder: &Path) -> Result<(PathBuf, PathBuf, usize), Error> {
    let letters = Letters::of_the_corpus()?;
    let (root, mbox) = (folder.join("Maildir"), folder.join("Mbox"));
    let sent = root.join(".Sent");
    let (mut inbox, mut sent) = (Maildir::create(&root)?, Maildir::create(&sent)?);
    let mut one = Mbox::create(&mbox)?;
    let mean = args.megabytes * 1_000_000 / args.messages.max(1);
    let mut bytes = 0;
    for index in 0..args.messages {
        let message = letters.message(index, mean);
        bytes += message.len();
        one.add(&message)?;
        if index % SENT_OF == SENT_OF - 1 {
            sent.add(&message)?;
        } else {
            inbox.add(&message)?;
        }
    }
    one.close()?;
    Ok((root, mbox, bytes))
}

/// Exit status 1 only says that something was found.
fn scan(program: &Program, store: &Path, sentences: bool) -> Result<Ran, Error> {
    let mut command = program.command("scan", store, sentences);
    // The others do not give way either.
    let ran = child::run(command.arg("--full-speed"))?;
    match ran.status.code() {
        Some(0 | 1) => Ok(ran),
        _ => Err(format!("mailwijs scan ended with {}", ran.status).into()),
    }
}

fn fastest(runs: Vec<Ran>) -> Result<Ran, Error> {
    let fastest = runs.into_iter().min_by_key(|ran| ran.wall);
    fastest.ok_or_else(|| "nothing was run".into())
}

fn row(kind: &str, what: &str, ran: &Ran, ours: &Ran, target: String) -> Vec<String> {
    vec![
        kind.to_owned(),
        what.to_owned(),
        time(ran.wall),
        time(ran.cpu),
        format!("{:.2}", ran.wall.as_secs_f64() / ours.wall.as_secs_f64()),
        mebibytes(ran.peak),
        target,
    ]
}
