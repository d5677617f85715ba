//! What an element's attributes say about whether a reader sees its text.

/// What is known of an element's colours and visibility, handed down to its children.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Look {
    pub(crate) hidden: bool,
    /// White space is kept (`<pre>`, `white-space: pre`).
    pub(crate) preformatted: bool,
    color: Option<Color>,
    background: Option<Color>,
}

/// Red, green, blue.
type Color = (u8, u8, u8);

impl Look {
    /// The look of a page: black on white, as far as known.
    pub(crate) fn page() -> Self {
        Self {
            background: Some((255, 255, 255)),
            ..Self::default()
        }
    }

    /// Takes an inline style into account (CSS declarations, without selectors).
    pub(crate) fn apply_style(&mut self, style: &str) {
        let mut clipped = false;
        let mut flat = false;
        for (property, value) in declarations(style) {
            match property.as_str() {
                "display" => self.hidden |= value == "none",
                "visibility" => self.hidden |= value == "hidden" || value == "collapse",
                "mso-hide" => self.hidden |= value == "all",
                "opacity" | "font-size" | "max-height" | "max-width" => self.hidden |= is_zero(&value),
                "height" | "width" | "line-height" => flat |= is_zero(&value),
                "overflow" => clipped |= value == "hidden",
                "text-indent" | "left" | "top" => self.hidden |= is_far_off(&value),
                "white-space" => self.preformatted = value.starts_with("pre"),
                "color" => self.color = color(&value),
                "background-color" => self.background = color(&value),
                "background" => self.background = value.split_whitespace().find_map(color),
                // What an image shows behind the text is unknown.
                "background-image" => self.background = None,
                _ => {}
            }
        }
        self.hidden |= clipped && flat;
        self.compare_colors();
    }

    /// `bgcolor`, `<font color>`, `hidden` and the like.
    pub(crate) fn apply_attribute(&mut self, name: &str, value: &str) {
        match name {
            "hidden" => self.hidden = true,
            "bgcolor" => self.background = color(&value.trim().to_ascii_lowercase()),
            "background" => self.background = None,
            "color" => self.color = color(&value.trim().to_ascii_lowercase()),
            _ => return,
        }
        self.compare_colors();
    }

    /// A style sheet may paint any background.
    pub(crate) fn forget_background(&mut self) {
        self.background = None;
    }

    fn compare_colors(&mut self) {
        if let (Some(text), Some(ground)) = (self.color, self.background) {
            let near = |a: u8, b: u8| a.abs_diff(b) <= 4;
            self.hidden |= near(text.0, ground.0) && near(text.1, ground.1) && near(text.2, ground.2);
        }
    }
}

fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    style.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim_end().to_owned();
        Some((property.trim().to_ascii_lowercase(), value))
    })
}

/// `0`, `0px`, `0.0em`; also the 1 pixel that preview lines use.
fn is_zero(value: &str) -> bool {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let limit = if value.ends_with("px") { 1.0 } else { 0.0 };
    digits.parse::<f64>().is_ok_and(|number| number <= limit)
}

/// Moved out of the window.
fn is_far_off(value: &str) -> bool {
    value
        .strip_suffix("px")
        .and_then(|v| v.parse::<f64>().ok())
        .is_some_and(|px| px <= -500.0)
}

fn color(value: &str) -> Option<Color> {
    if let Some(hex) = value.strip_prefix('#') {
        return hex_color(hex);
    }
    if let Some(inner) = value.strip_prefix("rgb(").and_then(|v| v.strip_suffix(')')) {
        let mut channels = inner.split(',').map_while(|c| c.trim().parse::<u8>().ok());
        return Some((channels.next()?, channels.next()?, channels.next()?));
    }
    match value {
        "white" => Some((255, 255, 255)),
        "black" => Some((0, 0, 0)),
        _ => None,
    }
}

/// `fff` or `ffffff`.
fn hex_color(hex: &str) -> Option<Color> {
    let wide: String = if hex.len() == 3 {
        hex.chars().flat_map(|c| [c, c]).collect()
    } else {
        hex.to_owned()
    };
    let channel = |at: usize| u8::from_str_radix(wide.get(at..at + 2)?, 16).ok();
    (wide.len() == 6).then_some((channel(0)?, channel(2)?, channel(4)?))
}
