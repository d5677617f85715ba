//! How the windows look to one teacher: in which language, in which colours, how large.

use mailwijs_i18n::{Arg, Lang, Texts};

/// A teacher's way to look at the windows.
#[derive(Clone, Copy)]
pub struct Look {
    /// What its pictures' names begin with.
    pub name: &'static str,
    lang: Lang,
    dark: bool,
    /// Of the main window, in pixels; `None` as it opens.
    pub size: Option<(u32, u32)>,
}

impl Look {
    /// Dutch and light, in a window as it opens: the pictures of the guide.
    pub const GUIDE: Self = Self {
        name: "",
        lang: Lang::Nl,
        dark: false,
        size: None,
    };

    /// French and dark, in half a screen.
    pub const FRENCH: Self = Self {
        name: "fr-",
        lang: Lang::Fr,
        dark: true,
        size: Some((720, 660)),
    };

    /// English, with letters twice as large on a small laptop: what is left of its 1280 pixels.
    pub const ENGLISH: Self = Self {
        name: "en-",
        lang: Lang::En,
        dark: false,
        size: Some((640, 440)),
    };

    /// What the app finds in its environment.
    pub fn environment(&self) -> Vec<(&'static str, &'static str)> {
        let mut environment = match self.lang {
            // What the app speaks where nothing else is asked for.
            Lang::Nl => Vec::new(),
            Lang::Fr => vec![("LC_MESSAGES", "fr_BE.UTF-8")],
            Lang::En => vec![("LC_MESSAGES", "en_GB.UTF-8")],
        };
        if self.dark {
            environment.push(("GTK_THEME", "Adwaita:dark"));
        }
        environment
    }

    /// The texts of its windows.
    pub fn texts(&self) -> Texts {
        Texts::new(self.lang)
    }
}

/// A text of the windows without anything to fill in.
pub fn say(texts: &Texts, id: &str) -> String {
    let text = texts.get(id, &[]);
    assert_ne!(text, id, "a text of the windows");
    text
}

/// A text of the windows with one thing to fill in.
pub fn say_with(texts: &Texts, id: &str, name: &str, value: &str) -> String {
    let text = texts.get(id, &[(name, Arg::from(value))]);
    assert_ne!(text, id, "a text of the windows");
    text
}
