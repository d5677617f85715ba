//! The servers that the school's mailboxes can be read from.

use super::{table::Table, value::Value};
use crate::{
    domain::Domain,
    error_kind::PolicyErrorKind,
    mailbox::{MailServer, ServerSecurity, SignIn, SignInPages, SignInWord},
};

/// What messages call the table.
const TABLE: &str = "mailboxes";

/// One server; `school` are the domains it keeps when it names none.
pub(super) fn server(value: Value<'_, '_>, school: &[Domain]) -> Option<MailServer> {
    value.table(TABLE, |table| {
        let name = table.required("name", Value::words);
        let domains = table.optional("domains", |value| value.filled_list(Value::domain));
        let host = table.required("host", Value::host);
        let security: ServerSecurity = table.optional("security", Value::keyword).unwrap_or_default();
        let port = table.optional("port", Value::port);
        let sign_in = table.optional("sign_in", |value| Some(sign_in(value)));
        let client = client(table, sign_in.as_ref());
        Some(MailServer {
            name: name?,
            domains: domains.unwrap_or_else(|| school.to_vec()),
            host: host?,
            port: port.unwrap_or(security.usual_port()),
            security,
            sign_in: sign_in.unwrap_or(Some(SignIn::default()))?,
            client_id: client.0,
            client_secret: client.1,
        })
    })?
}

/// The id of the school's app and what comes with it: needed to sign in in the browser, and of no use for a password.
fn client(table: &mut Table<'_, '_>, sign_in: Option<&Option<SignIn>>) -> (Option<String>, Option<String>) {
    let by_password = matches!(sign_in, None | Some(Some(SignIn::Password)));
    let read = |key: &'static str| {
        move |value: Value<'_, '_>| {
            if by_password {
                value.problem(PolicyErrorKind::ForBrowserSignIn { key: key.to_owned() });
            }
            value.words()
        }
    };
    let id = if by_password || matches!(sign_in, Some(None)) {
        table.optional("client_id", read("client_id"))
    } else {
        table.required("client_id", read("client_id"))
    };
    (id, table.optional("client_secret", read("client_secret")))
}

fn sign_in(value: Value<'_, '_>) -> Option<SignIn> {
    if !value.is_table() {
        return value.keyword().map(|word: SignInWord| word.into());
    }
    value.table(format!("{TABLE}.sign_in"), |table| {
        let authorize = table.required("authorize", Value::secure_address);
        let token = table.required("token", Value::secure_address);
        let scopes = table.required("scopes", |value| value.filled_list(Value::words));
        Some(SignIn::Other(SignInPages {
            authorize: authorize?,
            token: token?,
            scopes: scopes?,
        }))
    })?
}
