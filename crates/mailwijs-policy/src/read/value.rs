//! One value of the file, read as the type its key takes.

use jiff::civil::Date;
use toml::{
    Spanned,
    de::{DeArray, DeValue},
};
use url::Url;

use super::{problems::Problems, suggest::closest, table::Table};
use crate::{
    account_number::AccountNumber,
    domain::Domain,
    email::EmailAddress,
    error_kind::PolicyErrorKind,
    expected::{Form, ValueType},
    keyword::Keyword,
    known_system::KnownSystem,
    pattern::AddressPattern,
    providers::Provider,
};

/// One value of the file, and the key it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Value<'t, 's> {
    key: &'t str,
    item: &'t Spanned<DeValue<'s>>,
    problems: &'t Problems<'s>,
}

impl<'t, 's> Value<'t, 's> {
    pub(super) const fn new(
        key: &'t str,
        item: &'t Spanned<DeValue<'s>>,
        problems: &'t Problems<'s>,
    ) -> Self {
        Self { key, item, problems }
    }

    /// The line on which the value stands.
    pub(super) fn line(self) -> usize {
        self.problems.line(self.item.span().start)
    }

    /// Reports a problem with this value.
    pub(super) fn problem(self, kind: PolicyErrorKind) {
        self.problems.add(&self.item.span(), kind);
    }

    /// Text that is not blank.
    pub(super) fn text(self) -> Option<&'t str> {
        let text = self.expect(self.item.get_ref().as_str(), ValueType::Text)?;
        if text.trim().is_empty() {
            self.problem(PolicyErrorKind::Empty {
                key: self.key.to_owned(),
            });
            return None;
        }
        Some(text)
    }

    /// Text that is not blank, to keep.
    pub(super) fn words(self) -> Option<String> {
        self.text().map(|text| text.trim().to_owned())
    }

    /// A word of a closed set.
    pub(super) fn keyword<K: Keyword>(self) -> Option<K> {
        let text = self.text()?;
        K::from_word(text).or_else(|| {
            let words = || K::WORDS.iter().map(|value| value.word());
            self.problem(PolicyErrorKind::UnknownWord {
                key: self.key.to_owned(),
                value: text.to_owned(),
                allowed: words().collect::<Vec<_>>().join(", "),
                suggestion: closest(text, words()),
            });
            None
        })
    }

    /// A whole number as written, and its value when it fits.
    pub(super) fn integer(self) -> Option<(&'t str, Option<i64>)> {
        let integer = self.expect(self.item.get_ref().as_integer(), ValueType::Integer)?;
        Some((
            integer.as_str(),
            i64::from_str_radix(integer.as_str(), integer.radix()).ok(),
        ))
    }

    /// A whole number within bounds.
    pub(super) fn count(self, min: u32, max: u32) -> Option<u32> {
        let (written, number) = self.integer()?;
        let count = number
            .and_then(|number| u32::try_from(number).ok())
            .filter(|count| (min..=max).contains(count));
        if count.is_none() {
            let value = written.to_owned();
            self.problem(PolicyErrorKind::OutOfRange {
                key: self.key.to_owned(),
                value,
                min,
                max,
            });
        }
        count
    }

    /// A day.
    pub(super) fn date(self) -> Option<Date> {
        let written = self
            .item
            .get_ref()
            .as_datetime()
            .filter(|moment| moment.time.is_none());
        self.expect(
            written.and_then(|day| day.to_string().parse().ok()),
            ValueType::Date,
        )
    }

    /// A domain name.
    pub(super) fn domain(self) -> Option<Domain> {
        self.formed(Domain::parse, Form::Domain)
    }

    /// A provider's domain or domains.
    pub(super) fn provider(self) -> Option<Provider> {
        self.formed(Provider::parse, Form::Provider)
    }

    /// An e-mail address.
    pub(super) fn address(self) -> Option<EmailAddress> {
        self.formed(EmailAddress::parse, Form::Address)
    }

    /// An e-mail address with wildcards.
    pub(super) fn pattern(self) -> Option<AddressPattern> {
        self.formed(AddressPattern::parse, Form::Pattern)
    }

    /// A bank account number.
    pub(super) fn account_number(self) -> Option<AccountNumber> {
        self.formed(AccountNumber::parse, Form::Iban)
    }

    /// A web address.
    pub(super) fn web_address(self) -> Option<Url> {
        let is_web = |url: &Url| matches!(url.scheme(), "https" | "http") && url.has_host();
        self.formed(|text| Url::parse(text).ok().filter(is_web), Form::WebAddress)
    }

    /// The page of a tracking system, in which the school filled in its own name.
    pub(super) fn start_page(self) -> Option<Url> {
        let url = self.web_address()?;
        if KnownSystem::is_placeholder(self.text()?, &url) {
            self.problem(PolicyErrorKind::Placeholder {
                key: self.key.to_owned(),
                placeholder: KnownSystem::PLACEHOLDER,
            });
            return None;
        }
        Some(url)
    }

    /// The address of a page where people sign in: what goes there may not be read on the way.
    pub(super) fn secure_address(self) -> Option<Url> {
        let is_secure = |url: &Url| url.scheme() == "https" && url.has_host();
        self.formed(
            |text| Url::parse(text).ok().filter(is_secure),
            Form::SecureAddress,
        )
    }

    /// The address of a folder on a server: what is put there may not be read on the way, and who may put it there
    /// stands in nobody's policy.
    pub(super) fn folder_address(self) -> Option<Url> {
        let is_folder = |url: &Url| {
            let nobody = url.username().is_empty() && url.password().is_none();
            let bare = url.query().is_none() && url.fragment().is_none();
            url.scheme() == "https" && url.has_host() && nobody && bare
        };
        self.formed(
            |text| Url::parse(text).ok().filter(is_folder),
            Form::FolderAddress,
        )
    }

    /// The name of a server.
    pub(super) fn host(self) -> Option<Domain> {
        self.formed(Domain::parse, Form::Host)
    }

    /// The port of a server.
    pub(super) fn port(self) -> Option<u16> {
        self.count(1, u16::MAX.into())?.try_into().ok()
    }

    /// The elements of a list, without those that are wrong.
    pub(super) fn list<T>(self, read: impl Fn(Self) -> Option<T>) -> Option<Vec<T>> {
        let elements = self.expect(self.item.get_ref().as_array(), ValueType::List)?;
        Some(
            elements
                .iter()
                .filter_map(|item| read(Self { item, ..self }))
                .collect(),
        )
    }

    /// The elements of a list that may not be `[]`, without those that are wrong.
    pub(super) fn filled_list<T>(self, read: impl Fn(Self) -> Option<T>) -> Option<Vec<T>> {
        let is_empty = |elements: &DeArray<'_>| elements.is_empty();
        if self.item.get_ref().as_array().is_some_and(is_empty) {
            self.problem(PolicyErrorKind::Empty {
                key: self.key.to_owned(),
            });
        }
        self.list(read)
    }

    /// Whether this is a table.
    pub(super) fn is_table(self) -> bool {
        self.item.get_ref().is_table()
    }

    /// A table; `path` is what messages call it.
    pub(super) fn table<T>(
        self,
        path: impl Into<String>,
        read: impl FnOnce(&mut Table<'t, 's>) -> T,
    ) -> Option<T> {
        let items = self.expect(self.item.get_ref().as_table(), ValueType::Table)?;
        Some(Table::of(
            path.into(),
            self.item.span(),
            items,
            self.problems,
            read,
        ))
    }

    fn formed<T>(self, parse: impl FnOnce(&str) -> Option<T>, expected: Form) -> Option<T> {
        let text = self.text()?;
        let value = parse(text.trim());
        if value.is_none() {
            self.problem(PolicyErrorKind::Malformed {
                value: text.to_owned(),
                expected,
            });
        }
        value
    }

    fn expect<T>(self, value: Option<T>, expected: ValueType) -> Option<T> {
        if value.is_none() {
            let found = type_of(self.item.get_ref());
            self.problem(PolicyErrorKind::WrongType {
                key: self.key.to_owned(),
                expected,
                found,
            });
        }
        value
    }
}

fn type_of(value: &DeValue<'_>) -> ValueType {
    match value {
        DeValue::String(_) => ValueType::Text,
        DeValue::Integer(_) => ValueType::Integer,
        DeValue::Float(_) => ValueType::Float,
        DeValue::Boolean(_) => ValueType::Boolean,
        DeValue::Datetime(moment) if moment.time.is_none() => ValueType::Date,
        DeValue::Datetime(_) => ValueType::Time,
        DeValue::Array(_) => ValueType::List,
        DeValue::Table(_) => ValueType::Table,
    }
}
