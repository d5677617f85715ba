//! It goes well.

use std::time::{Duration, SystemTime};

use mailwijs_imap::oauth::{Redirect, SignInError};
use mailwijs_imap::{Cause, Trust};

use crate::browser::{agent, open, pages, signed_in};
use crate::provider::{ADDRESS, CLIENT, Provider};

#[test]
fn a_sign_in_brings_tokens_and_a_page_in_the_language_of_the_teacher() {
    for redirect in [Redirect::Address, Redirect::Localhost] {
        let provider = Provider::start();
        let mut sign_in = provider.sign_in();
        sign_in.redirect = redirect;
        let (tokens, page) = signed_in(&provider, sign_in.begin(&provider.trust()).unwrap());
        let tokens = tokens.unwrap();
        assert!(
            page.contains("Je bent aangemeld.") && page.contains("lang=\"nl\""),
            "{page}"
        );
        assert_eq!(tokens.refresh.as_str(), "refresh-given-1");
        let access = tokens.access.unwrap();
        assert_eq!(access.token.split('.').count(), 3);
        let left = access.until.duration_since(SystemTime::now()).unwrap();
        assert!(
            left > Duration::from_secs(3500) && left <= Duration::from_hours(1),
            "{left:?}"
        );
    }
}

#[test]
fn the_page_is_told_what_it_must_know_and_nothing_secret() {
    let provider = Provider::start();
    provider.behave(|behaviour| behaviour.secret = Some("no-secret-at-all"));
    let mut sign_in = provider.sign_in();
    sign_in.client_secret = Some("no-secret-at-all".to_owned());
    let (tokens, _) = signed_in(&provider, sign_in.begin(&provider.trust()).unwrap());
    tokens.unwrap();
    let [question] = &provider.seen()[..] else {
        panic!()
    };
    for (name, value) in [
        ("tenant", "school"),
        ("scope", "imap offline_access"),
        ("login_hint", ADDRESS),
        ("prompt", "consent"),
        ("client_id", CLIENT),
    ] {
        assert_eq!(question[name], value);
    }
    let [asked] = &provider.asked()[..] else { panic!() };
    assert!(asked["code_verifier"].len() >= 43);
    for secret in ["no-secret-at-all", &asked["code_verifier"]] {
        assert!(!question.values().any(|value| value.contains(secret)), "{secret}");
    }
}

#[test]
fn without_a_secret_none_is_sent() {
    let provider = Provider::start();
    let (tokens, _) = signed_in(&provider, provider.sign_in().begin(&provider.trust()).unwrap());
    tokens.unwrap();
    assert!(!provider.asked()[0].contains_key("client_secret"));
}

#[test]
fn two_sign_ins_share_nothing() {
    let provider = Provider::start();
    let begin = || provider.sign_in().begin(&provider.trust()).unwrap();
    let (one, other) = (begin(), begin());
    for name in ["state", "code_challenge", "redirect_uri"] {
        let value = |url: &url::Url| {
            url.query_pairs()
                .find(|(key, _)| key == name)
                .unwrap()
                .1
                .into_owned()
        };
        assert_ne!(value(one.url()), value(other.url()), "{name}");
    }
}

/// The provider of these tests is no yes-man.
#[test]
fn a_stolen_code_is_worth_nothing_without_its_verifier() {
    let provider = Provider::start();
    let waiting = provider.sign_in().begin(&provider.trust()).unwrap();
    let browser = agent(&provider);
    let answer = browser
        .get(waiting.url().as_str())
        .config()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build();
    let answer = answer.call().unwrap();
    let stolen = url::Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap();
    let code = stolen
        .query_pairs()
        .find(|(key, _)| key == "code")
        .unwrap()
        .1
        .into_owned();
    let redirect = stolen.as_str().split('?').next().unwrap();
    let answer = browser.post(provider.url("token").as_str()).send_form([
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT),
        ("code", &code),
        ("redirect_uri", redirect),
        ("code_verifier", &"x".repeat(43)),
    ]);
    let mut answer = answer.unwrap();
    assert_eq!(answer.status(), 400);
    assert!(
        answer
            .body_mut()
            .read_to_string()
            .unwrap()
            .contains("invalid_grant")
    );
    // And used it is: the sign-in whose code was tried by somebody else ends.
    std::thread::scope(|scope| {
        let page = scope.spawn(|| open(&provider, &stolen).unwrap().1);
        let outcome = waiting.wait(&pages(), crate::browser::PATIENCE);
        assert_eq!(outcome.unwrap_err(), SignInError::Provider(Cause::SignInNeeded));
        assert!(page.join().unwrap().contains("niet gelukt"));
    });
}

#[test]
fn what_is_not_https_is_not_begun() {
    let provider = Provider::start();
    let plain = url::Url::parse("http://login.school.example/").unwrap();
    for authorize in [false, true] {
        let mut sign_in = provider.sign_in();
        *(if authorize {
            &mut sign_in.authorize
        } else {
            &mut sign_in.token
        }) = plain.clone();
        assert!(matches!(
            sign_in.begin(&Trust::Platform).unwrap_err(),
            SignInError::Provider(Cause::Unsafe(_))
        ));
    }
}
