//! Which directories stand on a drive of the network: what other machines do there comes without an event.

use std::path::{Path, PathBuf};

/// The drives of this machine.
#[derive(Debug, Clone, Default)]
pub(super) struct Mounts {
    /// Where each is mounted, and whether it is a network drive; of two at one place the later one hides the other.
    points: Vec<(PathBuf, bool)>,
}

/// File systems that other machines write to, as Linux calls them. `9p` and `virtiofs` are what virtual machines see of
/// their host, and WSL of Windows.
#[cfg(any(target_os = "linux", test))]
const NETWORK: [&str; 20] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "drvfs",
    "gfs2",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// The same behind `fuse.`.
#[cfg(any(target_os = "linux", test))]
const NETWORK_FUSE: [&str; 12] = [
    "ceph",
    "curlftpfs",
    "davfs",
    "glusterfs",
    "gvfsd-fuse",
    "kio-fuse",
    "onedriver",
    "rclone",
    "s3fs",
    "sshfs",
    "vmhgfs-fuse",
    "google-drive-ocamlfuse",
];

impl Mounts {
    /// The drives that are mounted now.
    pub(super) fn now() -> Self {
        platform::mounts()
    }

    /// Reads a table as in `/proc/self/mountinfo` on Linux.
    #[cfg(any(target_os = "linux", test))]
    pub(super) fn parse(mountinfo: &[u8]) -> Self {
        let points = mountinfo.split(|byte| *byte == b'\n').filter_map(|line| {
            let mut fields = line.split(|byte| *byte == b' ');
            let point = path_of(&unescaped(fields.nth(4)?));
            // Fields of any number stand before the dash.
            let kind = fields.skip_while(|field| *field != b"-").nth(1)?;
            Some((point, is_network(std::str::from_utf8(kind).ok()?)))
        });
        Self {
            points: points.collect(),
        }
    }

    /// Whether a path stands on a network drive.
    pub(super) fn is_remote(&self, path: &Path) -> bool {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        platform::is_remote(&path) || self.is_on_remote_mount(&path)
    }

    fn is_on_remote_mount(&self, path: &Path) -> bool {
        let above = self.points.iter().filter(|(point, _)| path.starts_with(point));
        above
            .max_by_key(|(point, _)| point.components().count())
            .is_some_and(|(_, remote)| *remote)
    }
}

#[cfg(any(target_os = "linux", test))]
fn is_network(kind: &str) -> bool {
    NETWORK.contains(&kind)
        || kind
            .strip_prefix("fuse.")
            .is_some_and(|kind| NETWORK_FUSE.contains(&kind))
}

/// Spaces and the like stand as `\040`.
#[cfg(any(target_os = "linux", test))]
fn unescaped(field: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..3).filter(|_| *first == b'\\');
        let code = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok());
        bytes.push(code.unwrap_or(*first));
        rest = match code {
            Some(_) => after.get(3..).unwrap_or_default(),
            None => after,
        };
    }
    bytes
}

#[cfg(all(unix, any(target_os = "linux", test)))]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(all(not(unix), test))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(target_os = "linux")]
mod platform {
    use std::path::Path;

    use super::Mounts;

    pub(super) fn mounts() -> Mounts {
        std::fs::read("/proc/self/mountinfo")
            .map_or_else(|_| Mounts::default(), |table| Mounts::parse(&table))
    }

    pub(super) fn is_remote(_real: &Path) -> bool {
        false
    }
}

#[cfg(windows)]
mod platform {
    use std::path::{Component, Path, Prefix};

    use super::Mounts;

    pub(super) fn mounts() -> Mounts {
        Mounts::default()
    }

    /// The real path of a drive letter that stands for a share begins with the share.
    pub(super) fn is_remote(real: &Path) -> bool {
        matches!(
            real.components().next(),
            Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
        )
    }
}

#[cfg(target_os = "macos")]
mod platform {
    use std::path::Path;

    use nix::mount::MntFlags;
    use nix::sys::statfs::statfs;

    use super::Mounts;

    pub(super) fn mounts() -> Mounts {
        Mounts::default()
    }

    /// The system tells of each drive whether it keeps its files on this machine.
    pub(super) fn is_remote(real: &Path) -> bool {
        statfs(real).is_ok_and(|drive| !drive.flags().contains(MntFlags::MNT_LOCAL))
    }
}

/// Elsewhere nothing tells it; a change by another machine shows at the next rescan.
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
mod platform {
    use std::path::Path;

    use super::Mounts;

    pub(super) fn mounts() -> Mounts {
        Mounts::default()
    }

    pub(super) fn is_remote(_real: &Path) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drive_that_a_path_stands_on() {
        let mounts = Mounts::parse(
            b"22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n\
              40 22 0:45 / /home/an/school rw shared:9 master:3 - nfs4 server:/home rw,vers=4.2\n\
              41 40 0:46 / /home/an/school/lokaal rw - tmpfs tmpfs rw\n\
              42 22 0:47 / /media/De\\040school rw - cifs //server/an rw\n\
              43 22 0:48 / /home/an/ssh rw - fuse.sshfs an@server: rw\n\
              44 22 0:49 / /home/an/doc rw - fuse.portal portal rw\n\
              45 22 0:50 / /mnt/c rw - 9p drvfs rw\n\
              half a line\n\n46 22 0:51 / /x rw -",
        );
        for (path, remote) in [
            ("/home/an/.thunderbird", false),
            ("/home/an/school/Mail", true),
            ("/home/an/school/lokaal/Mail", false),
            ("/home/an/schoolwerk", false),
            ("/media/De school/Mail", true),
            ("/home/an/ssh/Mail", true),
            ("/home/an/doc", false),
            ("/mnt/c/Users/an", true),
        ] {
            assert_eq!(mounts.is_on_remote_mount(Path::new(path)), remote, "{path}");
        }
        assert!(!Mounts::default().is_remote(Path::new("/home/an")));
    }

    #[cfg(target_os = "macos")]
    #[test]
    fn the_system_drive_is_here() {
        assert!(!Mounts::now().is_remote(Path::new("/")));
    }

    #[test]
    fn what_is_mounted_later_hides_what_was() {
        let automount = b"1 0 0:1 / /net rw - autofs x rw\n2 1 0:2 / /net rw - nfs server:/ rw\n";
        assert!(Mounts::parse(automount).is_on_remote_mount(Path::new("/net/Mail")));
    }
}
