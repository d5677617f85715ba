//! A screen that nobody sees and a session bus, for a client with windows.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use mailwijs_tests::Error;

/// Ends with its value, and what runs on it.
pub struct Screen {
    home: PathBuf,
    display: String,
    bus: String,
    running: Vec<Child>,
}

impl Screen {
    /// For programs that live in this home.
    ///
    /// # Errors
    /// When the screen or the bus does not start.
    pub fn start(home: &Path) -> Result<Self, Error> {
        fs::create_dir_all(home.join(".run"))?;
        let mut screen = Self {
            home: home.to_owned(),
            display: String::new(),
            bus: String::new(),
            running: Vec::new(),
        };
        let mut server = screen.command("Xvfb");
        // Without repeating keys: on a busy machine one may be held for long.
        server.args("-displayfd 1 -screen 0 1280x900x24 -nolisten tcp -r".split(' '));
        screen.display = format!(":{}", screen.first_line(&mut server)?);
        let mut bus = screen.command("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]);
        screen.bus = screen.first_line(&mut bus)?;
        Ok(screen)
    }

    /// With a window manager, for hands that go from window to window.
    ///
    /// # Errors
    /// As for [`Self::start`].
    pub fn with_windows(home: &Path) -> Result<Self, Error> {
        let mut screen = Self::start(home)?;
        let manager = screen.command("openbox").spawn()?;
        screen.running.push(manager);
        Ok(screen)
    }

    /// A program on this screen.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("XDG_") || text.starts_with("MOZ_") || text.starts_with("LC_") {
                command.env_remove(&name);
            }
        }
        command
            .env("HOME", &self.home)
            .env("XDG_RUNTIME_DIR", self.home.join(".run"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("LANG", "C.UTF-8")
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .env("MOZ_CRASHREPORTER_DISABLE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Starts a program that says on its first line where it can be reached.
    fn first_line(&mut self, command: &mut Command) -> Result<String, Error> {
        let mut program = command.stdout(Stdio::piped()).spawn()?;
        let output = program.stdout.take();
        self.running.push(program);
        let mut line = String::new();
        BufReader::new(output.ok_or("a program without output")?).read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for program in self.running.iter_mut().rev() {
            // One that ended by itself needs no end.
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}
