//! A desktop of its own for one test: home, screen, window manager, session bus, keyring.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Ends with the test, and everything in it.
pub struct Desktop {
    home: TempDir,
    display: String,
    bus: String,
    running: Vec<Child>,
}

impl Desktop {
    pub fn start() -> Self {
        let home = tempfile::Builder::new()
            .prefix("mailwijs-")
            .tempdir()
            .expect("a home");
        let runtime = home.path().join(".run");
        fs::create_dir(&runtime).expect("a runtime folder");
        fs::set_permissions(&runtime, Permissions::from_mode(0o700)).expect("a private runtime folder");
        let mut desktop = Self {
            home,
            display: String::new(),
            bus: String::new(),
            running: Vec::new(),
        };

        let screen = [
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x800x24",
            "-nolisten",
            "tcp",
        ];
        desktop.display = format!(
            ":{}",
            desktop.run_and_read(desktop.command("Xvfb", "xvfb").args(screen))
        );
        desktop.bus = desktop.run_and_read(desktop.command("dbus-daemon", "dbus").args([
            "--session",
            "--nofork",
            "--print-address=1",
        ]));
        let windows = desktop
            .command("openbox", "openbox")
            .stdout(Stdio::null())
            .spawn()
            .expect("openbox starts");
        desktop.running.push(windows);
        desktop.unlock_keyring();
        desktop.wait_for("the window manager", |desktop| {
            desktop
                .says("xprop", "x11-utils", &["-root", "_NET_SUPPORTING_WM_CHECK"])
                .contains("window id")
        });
        desktop
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// A program that runs on this desktop; `package` is the Debian package that brings it.
    pub fn command(&self, program: &str, package: &str) -> Command {
        let found = std::env::var_os("PATH")
            .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()));
        assert!(
            found || Path::new(program).is_file(),
            "{program} is missing: apt install {package}"
        );
        let mut command = Command::new(program);
        command
            .env("HOME", self.home())
            .env("XDG_RUNTIME_DIR", self.home().join(".run"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("LANG", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        for unset in [
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "LC_ALL",
            "LC_MESSAGES",
        ] {
            command.env_remove(unset);
        }
        command
    }

    /// The session bus's address.
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// Puts a school's policy where the app looks for it.
    pub fn install_policy(&self, policy: &str) {
        let folder = self.home().join(".config/mailwijs");
        fs::create_dir_all(&folder).expect("a folder for the policy");
        fs::write(folder.join("policy.toml"), policy).expect("a policy");
    }

    /// The window that has the focus.
    pub fn active_window(&self) -> String {
        self.says("xprop", "x11-utils", &["-root", "_NET_ACTIVE_WINDOW"])
    }

    /// Saves under this path in the system's window for it, once that window has come.
    pub fn save_in_dialog(&self, path: &Path, before: &str) {
        self.wait_for("the window to save in", |desktop| {
            desktop.active_window() != before
        });
        let path = path.to_str().expect("a path in UTF-8");
        for keys in [&["key", "ctrl+a"][..], &["type", path], &["key", "Return"]] {
            let pressed = self.command("xdotool", "xdotool").args(keys).status();
            assert!(pressed.expect("xdotool runs").success(), "{keys:?}");
        }
    }

    fn says(&self, program: &str, package: &str, args: &[&str]) -> String {
        let output = self
            .command(program, package)
            .args(args)
            .output()
            .expect("it runs");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Starts a program that says, on its first line, where it can be reached.
    fn run_and_read(&mut self, command: &mut Command) -> String {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        let said = child.stdout.take().expect("its output");
        BufReader::new(said).read_line(&mut line).expect("its first line");
        self.running.push(child);
        line.trim().to_owned()
    }

    fn unlock_keyring(&mut self) {
        let mut keyring = self
            .command("gnome-keyring-daemon", "gnome-keyring")
            .args(["--unlock", "--components=secrets", "--foreground"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the keyring starts");
        let mut password = keyring.stdin.take().expect("the keyring's input");
        password.write_all(b"test").expect("the keyring takes a password");
        drop(password);
        self.running.push(keyring);
        self.wait_for("the keyring", |desktop| {
            let args = [
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus.NameHasOwner",
                "string:org.freedesktop.secrets",
            ];
            desktop.says("dbus-send", "dbus", &args).contains("boolean true")
        });
    }

    fn wait_for(&self, what: &str, ready: impl Fn(&Self) -> bool) {
        let begin = Instant::now();
        while !ready(self) {
            assert!(begin.elapsed() < Duration::from_secs(20), "{what} did not start");
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            // A program that ended by itself needs no end.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
