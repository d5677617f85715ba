//! Access tokens afterwards, for as long as the provider honours the sign-in.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use mailwijs_imap::oauth::{TokenSource, Tokens};
use mailwijs_imap::{AccessToken as _, Account, Auth, Cause, Security};
use zeroize::Zeroizing;

use crate::browser::signed_in;
use crate::provider::{ADDRESS, Mood, Provider};

fn account() -> Account {
    Account {
        email: ADDRESS.to_owned(),
        user: ADDRESS.to_owned(),
        host: "imap.school.example".to_owned(),
        port: 993,
        security: Security::Tls,
        auth: Auth::OAuth,
    }
}

/// With what was stored in the keyring, oldest first.
fn source(provider: &Provider, tokens: Tokens) -> (TokenSource, Arc<Mutex<Vec<String>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keyring = Arc::clone(&kept);
    let keep = move |token: &str| keyring.lock().unwrap().push(token.to_owned());
    let source = TokenSource::new(&account(), &provider.sign_in(), &provider.trust(), tokens, keep);
    (source.unwrap(), kept)
}

/// From a keyring with a refresh token that is honoured.
fn kept(provider: &Provider) -> (TokenSource, Arc<Mutex<Vec<String>>>) {
    provider.honour("refresh-kept");
    source(provider, Tokens::kept(Zeroizing::new("refresh-kept".to_owned())))
}

#[test]
fn a_token_is_used_until_it_is_refused() {
    let provider = Provider::start();
    let (source, kept) = kept(&provider);
    let first = source.get().unwrap();
    assert_eq!(source.get().unwrap(), first);
    assert_eq!(provider.asked().len(), 1);
    source.refused();
    let second = source.get().unwrap();
    assert_ne!(second, first);
    assert_eq!(source.get().unwrap(), second);
    // Each refresh token is worth something once, and the new one is kept.
    let used: Vec<String> = provider
        .asked()
        .iter()
        .map(|form| form["refresh_token"].clone())
        .collect();
    assert_eq!(used, ["refresh-kept", "refresh-rotated-1"]);
    assert_eq!(*kept.lock().unwrap(), ["refresh-rotated-1", "refresh-rotated-2"]);
}

#[test]
fn the_token_of_the_sign_in_is_used_first() {
    let provider = Provider::start();
    let (tokens, _) = signed_in(&provider, provider.sign_in().begin(&provider.trust()).unwrap());
    let tokens = tokens.unwrap();
    let first = tokens.access.clone().unwrap().token;
    let (source, kept) = source(&provider, tokens);
    assert_eq!(source.get().unwrap(), first);
    assert_eq!(provider.asked().len(), 1);
    assert!(kept.lock().unwrap().is_empty());
}

#[test]
fn a_token_with_less_than_a_minute_left_is_replaced() {
    let provider = Provider::start();
    provider.behave(|behaviour| (behaviour.expires_in, behaviour.rotates) = (59, false));
    let (source, kept) = kept(&provider);
    let first = source.get().unwrap();
    provider.behave(|behaviour| behaviour.expires_in = 61);
    let second = source.get().unwrap();
    assert_ne!(first, second);
    assert_eq!(source.get().unwrap(), second);
    assert_eq!(provider.asked().len(), 2);
    assert!(
        kept.lock().unwrap().is_empty(),
        "the refresh token stayed the same"
    );
}

#[test]
fn a_refresh_token_that_stays_the_same_is_not_kept_again() {
    let provider = Provider::start();
    let (source, kept) = kept(&provider);
    let same = "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":\"refresh-kept\"}";
    provider.behave(|behaviour| behaviour.mood = Mood::Says(200, same));
    assert_eq!(source.get().unwrap().as_str(), "a");
    assert!(kept.lock().unwrap().is_empty());
}

#[test]
fn many_at_once_ask_once() {
    let provider = Provider::start();
    provider.behave(|behaviour| behaviour.pause = Duration::from_secs(1));
    let (source, kept) = kept(&provider);
    let all = |source: &TokenSource| {
        thread::scope(|scope| {
            let asking: Vec<_> = (0..8).map(|_| scope.spawn(|| source.get())).collect();
            asking
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect::<Vec<_>>()
        })
    };
    let tokens = all(&source);
    assert!(tokens.iter().all(|token| token.is_ok() && *token == tokens[0]));
    assert_eq!(provider.asked().len(), 1);
    assert_eq!(kept.lock().unwrap().len(), 1);
    // Trouble is shared as well.
    source.refused();
    provider.behave(|behaviour| behaviour.mood = Mood::Says(500, ""));
    assert!(all(&source).iter().all(Result::is_err));
    assert_eq!(provider.asked().len(), 2);
}

#[test]
fn a_sign_in_that_has_ended_is_told_and_not_tried_again() {
    let provider = Provider::start();
    let (source, _) = kept(&provider);
    source.get().unwrap();
    provider.forget_everybody();
    source.refused();
    for _ in 0..3 {
        let error = source.get().unwrap_err();
        assert_eq!(error, Cause::SignInNeeded.of(&account()));
        source.refused();
    }
    assert_eq!(provider.asked().len(), 2);
}

#[test]
fn trouble_passes() {
    let provider = Provider::start();
    let (source, _) = kept(&provider);
    for mood in [
        Mood::Cuts,
        Mood::Says(503, "refresh-kept"),
        Mood::Says(200, "refresh-kept"),
        Mood::Redirects,
    ] {
        provider.behave(|behaviour| behaviour.mood = mood);
        let error = source.get().unwrap_err();
        assert!(error.cause.passes(), "{error}");
        let said = format!("{error} {error:?} {source:?}");
        assert!(!said.contains("refresh-kept") && !said.contains("eyJ"), "{said}");
    }
    provider.behave(|behaviour| behaviour.mood = Mood::Well);
    source.get().unwrap();
}

#[test]
fn nothing_that_is_printed_shows_a_secret() {
    let provider = Provider::start();
    let mut sign_in = provider.sign_in();
    sign_in.client_secret = Some("no-secret".to_owned());
    provider.behave(|behaviour| behaviour.secret = Some("no-secret"));
    let waiting = sign_in.begin(&provider.trust()).unwrap();
    let printed = format!("{sign_in:?} {waiting:?} {:?}", waiting.canceller());
    let state = waiting
        .url()
        .query_pairs()
        .find(|(key, _)| key == "state")
        .unwrap()
        .1
        .into_owned();
    let (tokens, _) = signed_in(&provider, waiting);
    let tokens = tokens.unwrap();
    let access = tokens.access.clone().unwrap();
    let secrets = [ADDRESS, "no-secret", &state, &tokens.refresh, &access.token];
    let (source, _) = source(&provider, tokens.clone());
    let printed = format!("{printed} {tokens:?} {access:?} {source:?}");
    for secret in secrets {
        assert!(!printed.contains(secret), "{printed}");
    }
}
