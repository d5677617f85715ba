//! Another program at work: how long it takes, and what it takes of the computer.

use std::fs;
use std::io;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a program is looked at.
const LOOK: Duration = Duration::from_millis(4);
/// The kernel counts time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// What a program that has ended took.
#[derive(Debug, Clone, Copy)]
pub struct Ran {
    /// From its start to its end.
    pub wall: Duration,
    /// On all cores together; zero where the system does not tell.
    pub cpu: Duration,
    /// The most memory it ever held, in bytes (`VmHWM`); zero where the system does not tell.
    pub peak: u64,
    /// How it ended.
    pub status: ExitStatus,
}

/// Runs a program that is not listened to.
pub fn run(command: &mut Command) -> io::Result<Ran> {
    let start = Instant::now();
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = quiet.spawn()?;
    let (mut peak, mut used) = (0, Duration::ZERO);
    loop {
        peak = peak.max(peak_memory(child.id()).unwrap_or_default());
        used = used.max(cpu(child.id()).unwrap_or_default());
        if let Some(status) = child.try_wait()? {
            return Ok(Ran {
                wall: start.elapsed(),
                cpu: used,
                peak,
                status,
            });
        }
        thread::sleep(LOOK);
    }
}

/// The most memory a running program ever held, in bytes.
pub fn peak_memory(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

fn cpu(id: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The program's name may hold anything; it ends at the last bracket.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11);
    let user: u32 = times.next()?.parse().ok()?;
    let system: u32 = times.next()?.parse().ok()?;
    Some(TICK * (user + system))
}
