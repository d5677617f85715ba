//! Marionette, the remote control that Mozilla's programs bring along: JSON with its length before it, over a local socket.

use std::io::{Read, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use mailwijs_tests::Error;
use serde_json::{Value, json};

/// How long a script may take.
const LIMIT: Duration = Duration::from_secs(40);

/// A conversation with a program.
pub struct Marionette {
    socket: TcpStream,
    commands: u64,
}

impl Marionette {
    /// Takes the control, with the rights of the program itself.
    ///
    /// # Errors
    /// When nothing listens at this port, or it speaks another language.
    pub fn connect(port: u16) -> Result<Self, Error> {
        let socket = TcpStream::connect(("127.0.0.1", port))?;
        socket.set_read_timeout(Some(LIMIT + Duration::from_secs(10)))?;
        let mut marionette = Self { socket, commands: 0 };
        let greeting = marionette.read()?;
        if greeting.get("marionetteProtocol") != Some(&json!(3)) {
            return Err("the program does not speak Marionette 3".into());
        }
        marionette.command("WebDriver:NewSession", &json!({ "capabilities": {} }))?;
        marionette.command("Marionette:SetContext", &json!({ "value": "chrome" }))?;
        let limit = u64::try_from(LIMIT.as_millis())?;
        marionette.command("WebDriver:SetTimeouts", &json!({ "script": limit }))?;
        Ok(marionette)
    }

    /// Runs a script to its end. It is the body of an async function and finds its argument in `given`.
    ///
    /// # Errors
    /// When the script fails.
    pub fn run(&mut self, script: &str, given: &Value) -> Result<(), Error> {
        let script = format!(
            "const [given, done] = arguments; (async () => {{ {script} }})().then(() => done(null), (error) => done(`${{error}}`));"
        );
        let answer = self.command(
            "WebDriver:ExecuteAsyncScript",
            &json!({ "script": script, "args": [given] }),
        )?;
        match answer.get("value") {
            None | Some(Value::Null) => Ok(()),
            Some(error) => Err(error.to_string().into()),
        }
    }

    /// Asks the program to end.
    ///
    /// # Errors
    /// When it does not understand.
    pub fn quit(&mut self) -> Result<(), Error> {
        self.command("Marionette:Quit", &json!({ "flags": ["eForceQuit"] }))?;
        Ok(())
    }

    fn command(&mut self, name: &str, given: &Value) -> Result<Value, Error> {
        self.commands += 1;
        let packet = json!([0, self.commands, name, given]).to_string();
        write!(self.socket, "{}:{packet}", packet.len())?;
        let answer = self.read()?;
        match answer.as_array().map(Vec::as_slice) {
            Some([_, _, Value::Null, result]) => Ok(result.clone()),
            Some([_, _, error, _]) => Err(format!("{name}: {error}").into()),
            _ => Err(format!("{name} was answered in another language").into()),
        }
    }

    fn read(&mut self) -> Result<Value, Error> {
        let mut length = 0;
        loop {
            let mut byte = [0];
            self.socket.read_exact(&mut byte)?;
            match byte {
                [b':'] => break,
                [digit @ b'0'..=b'9'] => length = length * 10 + u64::from(digit - b'0'),
                _ => return Err("Marionette sent no length".into()),
            }
        }
        let mut packet = Vec::new();
        (&mut self.socket).take(length).read_to_end(&mut packet)?;
        Ok(serde_json::from_slice(&packet)?)
    }
}
