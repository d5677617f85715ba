//! Signed policies. The key and the signature in `tests/fixtures/policy/signed` were made with minisign 0.11.

use mailwijs_policy::{SignatureError, SigningKeys, Template, sign, verify};

const POLICY: &[u8] = Template::Flemish.toml().as_bytes();

#[test]
fn a_policy_is_trusted_as_it_was_signed_and_by_whom() {
    let keys = SigningKeys::generate("").unwrap();
    let signature = sign(POLICY, &keys.secret, "", "version 1\nof 2026").unwrap();
    assert_eq!(verify(POLICY, &signature, &keys.public), Ok(()));
    assert!(signature.contains("version 1 of 2026"));

    let bare_key = keys.public.lines().nth(1).unwrap();
    assert_eq!(verify(POLICY, &signature, bare_key), Ok(()));

    let changed = String::from_utf8_lossy(POLICY).replace("stop", "off");
    assert_eq!(
        verify(changed.as_bytes(), &signature, &keys.public),
        Err(SignatureError::Changed)
    );
    let comment_changed = signature.replace("version 1", "version 2");
    assert_eq!(
        verify(POLICY, &comment_changed, &keys.public),
        Err(SignatureError::Changed)
    );

    let other = SigningKeys::generate("").unwrap();
    assert_eq!(
        verify(POLICY, &signature, &other.public),
        Err(SignatureError::OtherKey)
    );
}

#[test]
fn the_password_opens_the_secret_key() {
    let keys = SigningKeys::generate("een lang wachtwoord").unwrap();
    assert_eq!(
        sign(POLICY, &keys.secret, "een ander", ""),
        Err(SignatureError::Password)
    );
    let signature = sign(POLICY, &keys.secret, "een lang wachtwoord", "").unwrap();
    assert_eq!(verify(POLICY, &signature, &keys.public), Ok(()));
}

#[test]
fn what_is_no_key_or_signature_is_called_so() {
    let keys = SigningKeys::generate("").unwrap();
    let signature = sign(POLICY, &keys.secret, "", "").unwrap();
    for nonsense in [
        "",
        "\n\n\n\n",
        "untrusted comment: x\nAAAA\ntrusted comment: y\nAAAA\n",
        "é\né\né\né",
    ] {
        assert_eq!(
            sign(POLICY, nonsense, "", ""),
            Err(SignatureError::SecretKey),
            "{nonsense:?}"
        );
        assert_eq!(
            verify(POLICY, nonsense, &keys.public),
            Err(SignatureError::Malformed),
            "{nonsense:?}"
        );
        assert_eq!(
            verify(POLICY, &signature, nonsense),
            Err(SignatureError::PublicKey),
            "{nonsense:?}"
        );
    }
}

#[test]
fn a_signature_that_was_cut_short_is_refused() {
    let keys = SigningKeys::generate("").unwrap();
    let signature = sign(POLICY, &keys.secret, "", "version 1").unwrap();
    for length in 0..signature.trim_end().len() {
        assert!(
            verify(POLICY, signature.split_at(length).0, &keys.public).is_err(),
            "{length} bytes are enough"
        );
    }
}

#[test]
fn understands_what_the_minisign_command_made() {
    let policy = include_bytes!("../../../tests/fixtures/policy/signed/policy.toml");
    let signature = include_str!("../../../tests/fixtures/policy/signed/policy.toml.minisig");
    let public_key = include_str!("../../../tests/fixtures/policy/signed/mailwijs.pub");
    assert_eq!(verify(policy, signature, public_key), Ok(()));
}
