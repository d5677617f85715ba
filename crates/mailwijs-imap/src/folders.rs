//! The folders of a mailbox on a server, and what each is for.

use async_imap::imap_proto::{MailboxDatum, NameAttribute, Response};
use mailwijs_store::{FolderRole, role_of, utf7};

use crate::Cause;
use crate::wire::{Command, Talk};

/// A folder on a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteFolder {
    /// Its name as the teacher knows it, with `/` between levels.
    pub name: String,
    /// What it is for: by the server's word (RFC 6154), else by its name.
    pub role: FolderRole,
    /// As the server spells it.
    pub(crate) spelled: String,
}

/// A folder as it was listed.
struct Listed {
    spelled: String,
    name: String,
    told: Option<FolderRole>,
    opens: bool,
}

/// Every folder that can be opened, in the server's order.
pub(crate) async fn list(talk: &mut Talk) -> Result<Vec<RemoteFolder>, Cause> {
    Ok(list_all(talk).await?.0)
}

/// The same, and whether that is all: some names cannot be said back to the server.
pub(crate) async fn list_all(talk: &mut Talk) -> Result<(Vec<RemoteFolder>, bool), Cause> {
    let roles = talk.can.special_use;
    let mut listed = Vec::new();
    let mut told = 0;
    talk.ask(Command::List { roles }, |answer| {
        told += usize::from(matches!(answer, Response::MailboxData(MailboxDatum::List(_))));
        listed.extend(heard(answer));
    })
    .await?;
    let is_all = listed.len() == told;
    Ok((with_roles(listed), is_all))
}

fn heard(answer: &Response<'_>) -> Option<Listed> {
    let Response::MailboxData(MailboxDatum::List(folder)) = answer else {
        return None;
    };
    let spelled = folder.name.to_string();
    // Such a name cannot be said back to the server.
    if spelled.is_empty() || spelled.contains(['\r', '\n', '\0']) {
        return None;
    }
    let levels = match folder.delimiter.as_deref() {
        Some(delimiter) if delimiter != "/" => spelled.replace(delimiter, "/"),
        _ => spelled.clone(),
    };
    let is_inbox = spelled.eq_ignore_ascii_case("INBOX");
    let told = folder.name_attributes.iter().find_map(told_role);
    Some(Listed {
        name: utf7::decode(&levels),
        told: if is_inbox { Some(FolderRole::Inbox) } else { told },
        opens: !folder.name_attributes.iter().any(is_closed),
        spelled,
    })
}

fn told_role(attribute: &NameAttribute<'_>) -> Option<FolderRole> {
    match attribute {
        NameAttribute::Drafts => Some(FolderRole::Drafts),
        NameAttribute::Sent => Some(FolderRole::Sent),
        NameAttribute::Trash => Some(FolderRole::Trash),
        NameAttribute::Junk => Some(FolderRole::Junk),
        // Gmail's folders of all mail and of what has a star show each message once more.
        NameAttribute::Archive | NameAttribute::All | NameAttribute::Flagged => Some(FolderRole::Archive),
        // RFC 8457.
        NameAttribute::Extension(name) if name.eq_ignore_ascii_case("\\Important") => {
            Some(FolderRole::Archive)
        }
        _ => None,
    }
}

fn is_closed(attribute: &NameAttribute<'_>) -> bool {
    match attribute {
        NameAttribute::NoSelect => true,
        NameAttribute::Extension(name) => name.eq_ignore_ascii_case("\\NonExistent"),
        _ => false,
    }
}

/// A role that the server gives to one folder is not guessed for another by its name.
fn with_roles(listed: Vec<Listed>) -> Vec<RemoteFolder> {
    let told: Vec<FolderRole> = listed.iter().filter_map(|folder| folder.told).collect();
    let listed = listed.into_iter().filter(|folder| folder.opens);
    listed
        .map(|folder| {
            let guessed = || role_of(&folder.name);
            let role = folder.told.unwrap_or_else(|| match guessed() {
                role if told.contains(&role) => FolderRole::Other,
                role => role,
            });
            RemoteFolder {
                name: folder.name,
                role,
                spelled: folder.spelled,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(lines: &[&str]) -> Vec<(String, FolderRole)> {
        let listed = lines.iter().filter_map(|line| {
            let line = format!("* LIST {line}\r\n");
            let (_, answer) = Response::parse(line.as_bytes()).unwrap();
            heard(&answer)
        });
        with_roles(listed.collect())
            .into_iter()
            .map(|folder| (folder.name, folder.role))
            .collect()
    }

    fn named(name: &str, role: FolderRole) -> (String, FolderRole) {
        (name.to_owned(), role)
    }

    #[test]
    fn the_servers_word_goes_before_the_name() {
        let found = folders(&[
            r#"(\HasNoChildren) "/" INBOX"#,
            r#"(\HasNoChildren \Drafts) "/" Kladjes"#,
            r#"(\HasNoChildren) "/" Drafts"#,
            r#"(\HasNoChildren) "/" "Verzonden items""#,
        ]);
        assert_eq!(
            found,
            [
                named("INBOX", FolderRole::Inbox),
                named("Kladjes", FolderRole::Drafts),
                named("Drafts", FolderRole::Other),
                named("Verzonden items", FolderRole::Sent),
            ]
        );
    }

    #[test]
    fn gmail_in_dutch() {
        let found = folders(&[
            r#"(\HasNoChildren) "/" "INBOX""#,
            r#"(\HasChildren \Noselect) "/" "[Gmail]""#,
            r#"(\All \HasNoChildren) "/" "[Gmail]/Alle e-mail""#,
            r#"(\Drafts \HasNoChildren) "/" "[Gmail]/Concepten""#,
            r#"(\HasNoChildren \Important) "/" "[Gmail]/Belangrijk""#,
            r#"(\Flagged \HasNoChildren) "/" "[Gmail]/Met ster""#,
            r#"(\HasNoChildren \Trash) "/" "[Gmail]/Prullenbak""#,
        ]);
        assert_eq!(
            found,
            [
                named("INBOX", FolderRole::Inbox),
                named("[Gmail]/Alle e-mail", FolderRole::Archive),
                named("[Gmail]/Concepten", FolderRole::Drafts),
                named("[Gmail]/Belangrijk", FolderRole::Archive),
                named("[Gmail]/Met ster", FolderRole::Archive),
                named("[Gmail]/Prullenbak", FolderRole::Trash),
            ]
        );
    }

    #[test]
    fn levels_and_letters_are_read_as_the_teacher_sees_them() {
        assert_eq!(
            folders(&[r#"() "." "INBOX.R&AOk-union""#, r#"() NIL "Concepten""#]),
            [
                named("INBOX/Réunion", FolderRole::Other),
                named("Concepten", FolderRole::Drafts)
            ]
        );
    }

    #[test]
    fn a_name_that_would_be_another_command_is_left_out() {
        assert_eq!(folders(&["() \"/\" {7}\r\na\r\nb  x"]), []);
    }
}
