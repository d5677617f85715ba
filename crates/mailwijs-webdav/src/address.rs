//! Addresses of folders to which a password may be sent, and of what is in them.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::WebDavError;

/// In bytes, before it is escaped.
const LONGEST_NAME: usize = 200;

/// The address of a folder to which a password may be sent: `https`, or `http` on this computer itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderAddress(Url);

impl FolderAddress {
    /// # Errors
    /// [`WebDavError::Address`].
    pub fn new(url: &Url) -> Result<Self, WebDavError> {
        let scheme = match url.scheme() {
            "https" => url.has_host(),
            "http" => is_here(url),
            _ => false,
        };
        let nobody = url.username().is_empty() && url.password().is_none();
        let bare = url.query().is_none() && url.fragment().is_none();
        if !(scheme && nobody && bare) {
            return Err(WebDavError::Address);
        }
        let mut url = url.clone();
        url.path_segments_mut()
            .map_err(|()| WebDavError::Address)?
            .pop_if_empty()
            .push("");
        Ok(Self(url))
    }

    /// With a slash at its end.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// Nothing is encrypted on the way, which leads nowhere.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }

    /// The address of a folder in it.
    pub(crate) fn folder(&self, name: &str) -> Result<Self, WebDavError> {
        let mut url = self.below(name)?;
        url.path_segments_mut()
            .map_err(|()| WebDavError::Address)?
            .push("");
        Ok(Self(url))
    }

    /// The address of a file in it.
    pub(crate) fn file(&self, name: &str) -> Result<Url, WebDavError> {
        self.below(name)
    }

    fn below(&self, name: &str) -> Result<Url, WebDavError> {
        let odd = |letter: char| letter.is_control() || matches!(letter, '/' | '\\');
        let only_dots = name.chars().all(|letter| letter == '.');
        if name.len() > LONGEST_NAME || only_dots || name.contains(odd) {
            return Err(WebDavError::Name);
        }
        let mut url = self.0.clone();
        url.path_segments_mut()
            .map_err(|()| WebDavError::Address)?
            .pop_if_empty()
            .push(name);
        Ok(url)
    }
}

/// On this computer: nobody is on the way.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => Ipv4Addr::is_loopback(&address),
        Some(Host::Ipv6(address)) => Ipv6Addr::is_loopback(&address),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// A name that nobody has yet: `verslag (2).pdf`.
pub(crate) fn numbered(name: &str, number: u32) -> String {
    if number < 2 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() < 16 && !extension.contains(' ') => {
            format!("{stem} ({number}).{extension}")
        }
        _ => format!("{name} ({number})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Result<FolderAddress, WebDavError> {
        FolderAddress::new(&Url::parse(text).unwrap())
    }

    #[test]
    fn a_password_goes_nowhere_in_the_clear() {
        for safe in [
            "https://a.example/dav",
            "http://127.0.0.1:8/",
            "http://[::1]/x/",
            "http://localhost/",
        ] {
            assert!(address(safe).unwrap().url().as_str().ends_with('/'), "{safe}");
        }
        for unsafe_one in [
            "http://a.example/",
            "http://localhost.a.example/",
            "http://10.0.0.1/",
            "ftp://a.example/",
            "file:///tmp/",
            "https://an:geheim@a.example/",
            "https://an@a.example/",
            "https://a.example/?q",
            "https://a.example/#f",
            "data:text/plain,x",
        ] {
            assert_eq!(address(unsafe_one), Err(WebDavError::Address), "{unsafe_one}");
        }
    }

    #[test]
    fn names_stay_in_their_folder() {
        let folder = address("https://a.example/dav/Zorg%20team").unwrap();
        let file = folder.file("été 50% #1?.pdf").unwrap();
        assert_eq!(
            file.as_str(),
            "https://a.example/dav/Zorg%20team/%C3%A9t%C3%A9%2050%25%20%231%3F.pdf"
        );
        assert_eq!(
            folder.folder("a").unwrap().url().as_str(),
            "https://a.example/dav/Zorg%20team/a/"
        );
        for name in [
            "",
            ".",
            "..",
            "...",
            "a/b",
            "a\\b",
            "a\nb",
            "a\0",
            &"x".repeat(201),
        ] {
            assert_eq!(folder.file(name), Err(WebDavError::Name), "{name:?}");
        }
    }

    #[test]
    fn a_number_comes_before_the_extension() {
        assert_eq!(numbered("a.pdf", 1), "a.pdf");
        assert_eq!(numbered("a.pdf", 2), "a (2).pdf");
        assert_eq!(numbered("2025-03-03 mail", 3), "2025-03-03 mail (3)");
        assert_eq!(numbered(".a", 2), ".a (2)");
    }
}
