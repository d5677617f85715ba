//! Which server a colleague's mailbox can be read from.
#![expect(clippy::unwrap_used, reason = "a test")]

use mailwijs_policy::{EmailAddress, Policy, ServerSecurity, SignIn, Template};

const EVERYTHING: &str = include_str!("../../../tests/fixtures/policy/good-everything.toml");

fn names(policy: &Policy, address: &str) -> Vec<String> {
    let address = EmailAddress::fold(address).unwrap();
    let servers = policy.mail_servers(&address);
    servers.map(|server| server.name.clone()).collect()
}

#[test]
fn a_server_keeps_the_mailboxes_of_its_own_domains_else_those_of_the_school() {
    let policy = Policy::parse(EVERYTHING).unwrap();
    assert_eq!(names(&policy, "An@DeLinde.example"), ["Schoolmail", "Oud adres"]);
    assert_eq!(names(&policy, "an@linde-école.example"), ["Oud adres"]);
    for other in [
        "an@leerling.delinde.example",
        "an@gmail.com",
        "an@delinde.example.org",
    ] {
        assert_eq!(names(&policy, other), [""; 0], "{other}");
    }
}

#[test]
fn what_is_left_out_is_what_is_usual() {
    let school = "format = 1\n[school]\nname = \"X\"\ndomains = [\"x.example\"]\n";
    let server = |more: &str| {
        let text = format!("{school}[[mailboxes]]\nname = \"X\"\nhost = \"imap.x.example\"\n{more}");
        Policy::parse(&text).unwrap().mailboxes.remove(0)
    };
    let usual = server("");
    assert_eq!((usual.port, usual.security), (993, ServerSecurity::Tls));
    assert_eq!(usual.sign_in, SignIn::Password);
    let raised = server("security = \"starttls\"\n");
    assert_eq!(raised.port, 143);
    let own = server("security = \"starttls\"\nport = 1143\n");
    assert_eq!(own.port, 1143);
    let google = server("sign_in = \"google\"\nclient_id = \"1\"\nclient_secret = \"2\"\n");
    assert_eq!(google.sign_in, SignIn::Google);
    assert_eq!(google.client_id.as_deref(), Some("1"));
}

#[test]
fn the_example_in_every_template_is_right_once_it_is_no_comment() {
    for template in Template::ALL {
        let (before, example) = template.toml().split_once("# [[mailboxes]]").unwrap();
        let (example, after) = example.split_once("\n\n").unwrap();
        let example = example.replace("\n# ", "\n");
        let whole = format!("{before}[[mailboxes]]{example}\n\n{after}");
        let policy = Policy::parse(&whole).unwrap_or_else(|errors| panic!("{template:?}:\n{errors}"));
        assert_eq!(policy.mailboxes.len(), 1, "{template:?}");
    }
}
