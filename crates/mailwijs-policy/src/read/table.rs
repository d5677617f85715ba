//! One table of the file, with the keys it may have.

use std::ops::Range;

use toml::{Spanned, de::DeTable};

use super::{home::home_of, problems::Problems, suggest::closest, value::Value};
use crate::error_kind::{PolicyErrorKind, ROOT};

/// One table of the file; every key that nobody asks for is unknown.
pub(super) struct Table<'t, 's> {
    path: String,
    span: Range<usize>,
    items: &'t DeTable<'s>,
    known: Vec<&'static str>,
    any_key: bool,
    problems: &'t Problems<'s>,
}

impl<'t, 's> Table<'t, 's> {
    /// Reads the whole file.
    pub(super) fn root<T>(
        file: &'t Spanned<DeTable<'s>>,
        problems: &'t Problems<'s>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        Self::read(
            Self {
                path: ROOT.to_owned(),
                span: 0..0,
                items: file.get_ref(),
                known: Vec::new(),
                any_key: false,
                problems,
            },
            read,
        )
    }

    /// Reads a table that is the value of a key.
    pub(super) fn of<T>(
        path: String,
        span: Range<usize>,
        items: &'t DeTable<'s>,
        problems: &'t Problems<'s>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        Self::read(
            Self {
                path,
                span,
                items,
                known: Vec::new(),
                any_key: false,
                problems,
            },
            read,
        )
    }

    fn read<T>(mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let value = read(&mut self);
        if !self.any_key {
            self.report_unknown_keys();
        }
        value
    }

    /// The value of a key that may be left out.
    pub(super) fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value<'t, 's>) -> Option<T>,
    ) -> Option<T> {
        self.known.push(key);
        self.items
            .get(key)
            .and_then(|value| read(Value::new(key, value, self.problems)))
    }

    /// The value of a key that may not be left out.
    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value<'t, 's>) -> Option<T>,
    ) -> Option<T> {
        if !self.items.contains_key(key) {
            let kind = PolicyErrorKind::MissingKey {
                key: key.to_owned(),
                table: self.path.clone(),
            };
            self.problems.add(&self.span, kind);
        }
        self.optional(key, read)
    }

    /// The elements of a list that may be left out.
    pub(super) fn list<T>(&mut self, key: &'static str, read: impl Fn(Value<'t, 's>) -> Option<T>) -> Vec<T> {
        self.optional(key, |value| value.list(read)).unwrap_or_default()
    }

    /// Every value of a table whose keys are ids; `unknown` says what is wrong with a key that is no id.
    pub(super) fn entries<K>(
        &mut self,
        id: impl Fn(&str) -> Option<K>,
        unknown: impl Fn(&str) -> PolicyErrorKind,
    ) -> Vec<(K, Value<'t, 's>)> {
        self.allow_any_key();
        let mut entries = Vec::new();
        for (key, value) in self.items {
            match id(key.get_ref()) {
                Some(id) => entries.push((id, Value::new(key.get_ref(), value, self.problems))),
                None => self.problems.add(&key.span(), unknown(key.get_ref())),
            }
        }
        entries
    }

    /// Takes no key for unknown.
    pub(super) fn allow_any_key(&mut self) {
        self.any_key = true;
    }

    fn report_unknown_keys(&self) {
        for key in self
            .items
            .keys()
            .filter(|key| !self.known.contains(&key.get_ref().as_ref()))
        {
            if self.problems.suffice() {
                return;
            }
            let (key_name, table) = (key.get_ref().to_string(), self.path.clone());
            let kind = if let Some(home) = home_of(&key_name) {
                PolicyErrorKind::MisplacedKey {
                    key: key_name,
                    table,
                    home: home.to_owned(),
                }
            } else {
                let suggestion = closest(&key_name, self.known.iter().copied());
                PolicyErrorKind::UnknownKey {
                    key: key_name,
                    table,
                    suggestion,
                }
            };
            self.problems.add(&key.span(), kind);
        }
    }
}
