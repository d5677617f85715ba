//! A real web server with WebDAV (Apache 2.4 with `mod_dav`) on this computer, for one test: one user, TLS, files in a temporary folder.

mod settings;

use std::fs;
use std::io;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::authority::Authority;

/// The one user.
pub const USER: &str = "an";
/// Their password.
pub const PASSWORD: &str = "Zonnebloem-12";
/// `{SHA}` of it, as a password file has it.
const PASSWORDS: &str = "an:{SHA}AbLv3TVXfrMtR/UdAJeOexXUuWE=\n";

/// How long a start may take on a busy machine.
const START: Duration = Duration::from_secs(30);
/// Folders of Debian, Fedora and Arch.
const MODULES: &[&str] = &[
    "/usr/lib/apache2/modules",
    "/etc/httpd/modules",
    "/usr/lib/httpd/modules",
];

/// A running server. Ends with its value.
pub struct Apache {
    place: TempDir,
    authority: Authority,
    port: u16,
    owner: Option<(u32, u32)>,
    program: Option<Child>,
}

impl Apache {
    /// Returns once it answers. Below `/dav/` stands [`Self::files`], which is empty; below `/open/` nothing is WebDAV.
    ///
    /// # Errors
    /// When it is not installed (Debian: `apache2-bin`) or does not start.
    pub fn start() -> io::Result<Self> {
        let place = tempfile::Builder::new().prefix("apache-").tempdir()?;
        let mut apache = Self {
            owner: owner(place.path())?,
            place,
            authority: Authority::new()?,
            port: 0,
            program: None,
        };
        let identity = apache.authority.identity(&["localhost", "127.0.0.1"])?;
        for folder in ["files", "open"] {
            fs::create_dir(apache.place.path().join(folder))?;
        }
        apache.write("certificate.pem", &identity.certificate)?;
        apache.write("key.pem", &identity.key)?;
        apache.write("passwords", PASSWORDS)?;
        for path in ["", "files", "open"] {
            apache.own(Path::new(path))?;
        }
        // Somebody else may take a port between the moment it was found free and the moment it is used.
        for _ in 0..2 {
            if apache.begin().is_ok() {
                return Ok(apache);
            }
            apache.kill()?;
        }
        apache.begin()?;
        Ok(apache)
    }

    /// `https://localhost:…` and this path.
    pub fn address(&self, path: &str) -> String {
        format!("https://localhost:{}{path}", self.port)
    }

    /// The certificate of the authority that signed its certificate for `localhost` and `127.0.0.1`, PEM.
    pub fn authority(&self) -> String {
        self.authority.pem()
    }

    /// The folder behind `/dav/`.
    pub fn files(&self) -> PathBuf {
        self.place.path().join("files")
    }

    /// What it wrote in its log so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.place.path().join("log")).unwrap_or_default()
    }

    fn begin(&mut self) -> io::Result<()> {
        self.port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let modules = MODULES.iter().map(Path::new).find(|folder| folder.is_dir());
        let modules = modules.ok_or_else(missing)?;
        self.write(
            "apache.conf",
            &settings::text(self.place.path(), modules, self.port),
        )?;
        let mut command = Command::new(program()?);
        command
            .arg("-X")
            .arg("-f")
            .arg(self.place.path().join("apache.conf"))
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some((user, group)) = self.owner {
            command.uid(user).gid(group);
        }
        let program = self.program.insert(command.spawn()?);
        let begin = Instant::now();
        while begin.elapsed() < START {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            if let Some(status) = program.try_wait()? {
                return Err(self.trouble(&format!("ended with {status}")));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(self.trouble("does not answer"))
    }

    fn kill(&mut self) -> io::Result<()> {
        if let Some(mut program) = self.program.take() {
            let group = format!("-{}", program.id());
            Command::new("kill").args(["-KILL", "--", &group]).status()?;
            program.wait()?;
        }
        Ok(())
    }

    fn write(&self, name: &str, text: &str) -> io::Result<()> {
        fs::write(self.place.path().join(name), text)?;
        self.own(Path::new(name))
    }

    /// Gives a file to whom Apache runs as.
    fn own(&self, path: &Path) -> io::Result<()> {
        match self.owner {
            Some((user, group)) => chown(self.place.path().join(path), Some(user), Some(group)),
            None => Ok(()),
        }
    }

    fn trouble(&self, what: &str) -> io::Error {
        io::Error::other(format!("Apache {what}; its log:\n{}", self.log()))
    }
}

impl Drop for Apache {
    fn drop(&mut self) {
        // Nothing is left to do for who is going anyway.
        let _ = self.kill();
    }
}

/// `nobody` where root runs the tests: Apache itself is never root.
fn owner(place: &Path) -> io::Result<Option<(u32, u32)>> {
    if std::os::unix::fs::MetadataExt::uid(&fs::metadata(place)?) != 0 {
        return Ok(None);
    }
    let number = |option| {
        let output = Command::new("id").args([option, "nobody"]).output()?;
        let number = String::from_utf8_lossy(&output.stdout).trim().parse();
        number.map_err(io::Error::other)
    };
    Ok(Some((number("-u")?, number("-g")?)))
}

/// The program, also where the folders of root are not on the path.
fn program() -> io::Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path)
        .chain(["/usr/sbin".into(), "/usr/bin".into()])
        .collect();
    let names = ["apache2", "httpd"];
    let mut programs = folders
        .iter()
        .flat_map(|folder| names.map(|name| folder.join(name)));
    programs.find(|program| program.is_file()).ok_or_else(missing)
}

fn missing() -> io::Error {
    io::Error::new(
        io::ErrorKind::NotFound,
        "Apache is not installed (Debian: apache2-bin)",
    )
}
