//! Goes the first way that works.

use std::ffi::OsString;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Client, DropOff, HandoffPlan, Lost, Way};

/// A client that cannot start says so within this time; one that can is still busy or done.
const SETTLED_AFTER: Duration = Duration::from_millis(400);

/// Starts mail clients, never through a shell.
#[derive(Debug)]
pub struct Launcher {
    drop_off: DropOff,
}

/// What came of a handoff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedOver {
    /// The client was started; this did not come along.
    Opened(Lost),
    /// The shell opens this link and, when given, puts the text on the clipboard; this did not come along.
    Link {
        /// `mailto:`
        url: String,
        /// The text.
        clipboard: Option<String>,
        /// What did not come along.
        lost: Lost,
    },
    /// The shell puts these addresses on the clipboard, to be pasted in Bcc.
    Copy {
        /// The addresses, separated by commas.
        addresses: String,
    },
}

impl Launcher {
    /// Removes what an earlier run left at the drop-off.
    pub fn new(drop_off: DropOff) -> Self {
        drop_off.wipe();
        Self { drop_off }
    }

    /// Has the client show the mail with this Message-ID; false when it cannot. Blocks for less than a second.
    pub fn show(&self, client: &Client, message_id: &str) -> bool {
        let args = client.show(message_id);
        args.is_some_and(|args| start(&client.programs(), &args))
    }

    /// Goes the first way that works. Blocks for less than a second.
    pub fn hand_over(&self, plan: HandoffPlan) -> HandedOver {
        let mut addresses = String::new();
        for way in plan.ways {
            match way {
                Way::OpenMessage {
                    programs,
                    args,
                    message,
                } => {
                    let Ok(file) = self.drop_off.put(&message) else {
                        continue;
                    };
                    let args = args.into_iter().chain([file.into()]).collect();
                    if start(&programs, &args) {
                        return HandedOver::Opened(Lost::default());
                    }
                }
                Way::Start { programs, args, lost } => {
                    if start(&programs, &args) {
                        return HandedOver::Opened(lost);
                    }
                }
                Way::Link { url, clipboard, lost } => return HandedOver::Link { url, clipboard, lost },
                Way::Copy { addresses: all } => addresses = all,
            }
        }
        HandedOver::Copy { addresses }
    }
}

/// Starts the first of these programs that is there and does not fail at once.
fn start(programs: &[OsString], args: &Vec<OsString>) -> bool {
    programs.iter().any(|program| {
        let child = Command::new(program)
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        child.is_ok_and(came_up)
    })
}

fn came_up(mut child: Child) -> bool {
    let end = Instant::now() + SETTLED_AFTER;
    while Instant::now() < end {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(10)),
            Err(_) => return false,
        }
    }
    // A client stays as long as the teacher likes; its exit has to be collected.
    thread::Builder::new()
        .name("mail-client".into())
        .spawn(move || child.wait())
        .is_ok()
}
