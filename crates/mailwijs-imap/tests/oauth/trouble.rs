//! It does not go well.

use std::thread;
use std::time::{Duration, Instant};

use mailwijs_imap::oauth::SignInError;
use mailwijs_imap::{Cause, Trust};

use crate::browser::{PATIENCE, open, pages, signed_in};
use crate::provider::{ADDRESS, Mood, Provider};

/// How a sign-in ends; what the browser shows is checked.
fn failure(provider: &Provider) -> SignInError {
    let (outcome, page) = signed_in(provider, provider.sign_in().begin(&provider.trust()).unwrap());
    let error = outcome.unwrap_err();
    assert!(page.contains("Aanmelden is niet gelukt."), "{page}");
    let said = format!("{error} {error:?}");
    for secret in [ADDRESS, "code/", "refresh", "eyJ", "localhost"] {
        assert!(!said.contains(secret), "{said}");
    }
    error
}

#[test]
fn the_teacher_or_the_provider_says_no() {
    let provider = Provider::start();
    for (says, expected) in [
        ("access_denied", SignInError::Declined),
        ("unauthorized_client", Cause::NotOffered.into()),
        (
            "temporarily_unavailable",
            Cause::Unreachable("the provider is out of order".to_owned()).into(),
        ),
        (ADDRESS, Cause::Nonsense("error").into()),
    ] {
        provider.behave(|behaviour| behaviour.declines = Some(says));
        assert_eq!(failure(&provider), expected);
    }
    assert!(provider.asked().is_empty());
}

#[test]
fn whatever_comes_instead_of_tokens_is_told_apart() {
    let out_of_order = || Cause::Unreachable("the provider is out of order".to_owned());
    let token = Cause::Nonsense("token");
    for (mood, expected) in [
        (Mood::Says(500, "{}"), out_of_order()),
        (Mood::Says(503, ""), out_of_order()),
        (Mood::Says(429, "{\"error\":\"slow_down\"}"), out_of_order()),
        (
            Mood::Says(
                400,
                "{\"error\":\"invalid_client\",\"error_description\":\"code/\"}",
            ),
            Cause::NotOffered,
        ),
        (Mood::Says(400, "{\"error\":\"code/\"}"), Cause::Nonsense("error")),
        (Mood::Says(400, ""), token.clone()),
        (Mood::Says(200, ""), token.clone()),
        (Mood::Says(200, "<html>refresh</html>"), token.clone()),
        (Mood::Says(200, "{\"access_token\":7}"), token.clone()),
        (
            Mood::Says(200, "{\"access_token\":\"\",\"token_type\":\"Bearer\"}"),
            token.clone(),
        ),
        (
            Mood::Says(
                200,
                "{\"access_token\":\"a\\u0001auth=\",\"token_type\":\"Bearer\"}",
            ),
            token.clone(),
        ),
        (
            Mood::Says(
                200,
                "{\"access_token\":\"eyJ\",\"token_type\":\"mac\",\"refresh_token\":\"r\"}",
            ),
            token,
        ),
        (Mood::Redirects, Cause::Nonsense("redirect")),
        (Mood::Huge, Cause::Nonsense("too long")),
    ] {
        let provider = Provider::start();
        provider.behave(|behaviour| behaviour.mood = mood);
        assert_eq!(failure(&provider), expected.into(), "{mood:?}");
        assert_eq!(provider.asked().len(), 1, "{mood:?}: a code is redeemed once");
    }
}

#[test]
fn a_lifetime_beyond_all_measure_is_one_day() {
    let provider = Provider::start();
    let endless = "{\"access_token\":\"a\",\"token_type\":\"bearer\",\"refresh_token\":\"r\",\"expires_in\":18446744073709551615}";
    provider.behave(|behaviour| behaviour.mood = Mood::Says(200, endless));
    let (tokens, _) = signed_in(&provider, provider.sign_in().begin(&provider.trust()).unwrap());
    let until = tokens.unwrap().access.unwrap().until;
    let day = Duration::from_hours(24);
    assert!(until <= std::time::SystemTime::now() + day);
}

#[test]
fn a_connection_that_is_cut_is_tried_again_later() {
    let provider = Provider::start();
    provider.behave(|behaviour| behaviour.mood = Mood::Cuts);
    assert!(matches!(
        failure(&provider),
        SignInError::Provider(Cause::Unreachable(_))
    ));
}

#[test]
fn a_sign_in_that_does_not_last_is_told_at_once() {
    let provider = Provider::start();
    provider.behave(|behaviour| behaviour.refresh = false);
    assert_eq!(failure(&provider), SignInError::Fleeting);
}

#[test]
fn a_provider_that_nobody_vouches_for_gets_no_code() {
    let provider = Provider::start();
    let waiting = provider.sign_in().begin(&Trust::Only(Vec::new())).unwrap();
    let (outcome, page) = signed_in(&provider, waiting);
    assert_eq!(
        outcome.unwrap_err(),
        Cause::Unsafe("nobody known vouches for the certificate".to_owned()).into()
    );
    assert!(page.contains("niet gelukt"));
    assert!(provider.asked().is_empty());
}

#[test]
fn a_provider_that_is_gone_is_unreachable() {
    let provider = Provider::start();
    let mut sign_in = provider.sign_in();
    // Reserved, so that nobody listens there.
    sign_in.token.set_port(Some(1)).unwrap();
    let (outcome, _) = signed_in(&provider, sign_in.begin(&provider.trust()).unwrap());
    assert_eq!(
        outcome.unwrap_err(),
        Cause::Unreachable("connection refused".to_owned()).into()
    );
}

#[test]
fn the_waiting_ends_in_time_even_when_the_provider_is_slow() {
    let provider = Provider::start();
    provider.behave(|behaviour| behaviour.mood = Mood::Sleeps);
    for browses in [false, true] {
        let waiting = provider.sign_in().begin(&provider.trust()).unwrap();
        let url = waiting.url().clone();
        let begin = Instant::now();
        thread::scope(|scope| {
            if browses {
                scope.spawn(|| open(&provider, &url));
            }
            let outcome = waiting.wait(&pages(), Duration::from_secs(1));
            assert_eq!(outcome.unwrap_err(), SignInError::TimedOut);
        });
        assert!(begin.elapsed() < Duration::from_secs(10));
    }
    assert_eq!(provider.asked().len(), 1);
}

#[test]
fn it_can_be_cancelled_before_and_meanwhile() {
    let provider = Provider::start();
    let waiting = provider.sign_in().begin(&provider.trust()).unwrap();
    waiting.canceller().cancel();
    assert_eq!(
        waiting.wait(&pages(), PATIENCE).unwrap_err(),
        SignInError::Cancelled
    );

    provider.behave(|behaviour| behaviour.mood = Mood::Sleeps);
    let waiting = provider.sign_in().begin(&provider.trust()).unwrap();
    let (url, canceller) = (waiting.url().clone(), waiting.canceller());
    let begin = Instant::now();
    thread::scope(|scope| {
        scope.spawn(|| open(&provider, &url));
        scope.spawn(|| {
            while provider.asked().is_empty() {
                thread::sleep(Duration::from_millis(5));
            }
            canceller.cancel();
        });
        assert_eq!(
            waiting.wait(&pages(), PATIENCE).unwrap_err(),
            SignInError::Cancelled
        );
    });
    assert!(begin.elapsed() < Duration::from_secs(10));
}
