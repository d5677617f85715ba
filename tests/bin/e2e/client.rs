//! A real mail client that does what a scenario tells.

use std::path::{Path, PathBuf};

use mailwijs_tests::Error;
use mailwijs_tests::dovecot::Dovecot;
use serde::Deserialize;

use crate::claws::Claws;
use crate::evolution::Evolution;
use crate::neomutt::NeoMutt;
use crate::scenario::Action;
use crate::thunderbird::Thunderbird;

/// The mail clients that can be driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Client {
    /// Claws Mail, on a screen that nobody sees.
    Claws,
    /// Evolution, on a screen that nobody sees.
    Evolution,
    /// `NeoMutt`, in a terminal.
    #[serde(rename = "neomutt")]
    NeoMutt,
    /// Thunderbird, on a screen that nobody sees.
    Thunderbird,
}

/// A client with its mail in a home of its own.
pub trait Driven {
    /// The folder that holds all of its mail.
    fn mail(&self) -> &Path;

    /// The folders below which bytes of mail stand.
    fn stores(&self) -> Vec<PathBuf> {
        vec![self.mail().to_owned()]
    }

    /// The server of the account for school, where it has one.
    fn server(&self) -> Option<&Dovecot> {
        None
    }

    /// Does one thing, and returns once the client is done with it.
    ///
    /// # Errors
    /// When the client cannot be made to do it.
    fn act(&mut self, action: &Action) -> Result<(), Error>;

    /// Ends the client.
    ///
    /// # Errors
    /// When it does not end.
    fn close(&mut self) -> Result<(), Error>;
}

impl Client {
    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claws => "Claws Mail",
            Self::Evolution => "Evolution",
            Self::NeoMutt => "NeoMutt",
            Self::Thunderbird => "Thunderbird",
        }
    }

    /// Sets the client up in this home with such a store, its folders in place.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(self, store: &str, home: &Path) -> Result<Box<dyn Driven>, Error> {
        match self {
            Self::Claws => Ok(Box::new(Claws::start(store, home)?)),
            Self::Evolution => Ok(Box::new(Evolution::start(store, home)?)),
            Self::NeoMutt => Ok(Box::new(NeoMutt::start(store, home)?)),
            Self::Thunderbird => Ok(Box::new(Thunderbird::start(store, home)?)),
        }
    }
}
