//! Signed policies, in the format of the minisign tool (Ed25519 over BLAKE2b-512).

use std::io::Cursor;

use minisign::{ErrorKind, KeyPair, PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

/// Characters of an Ed25519 signature (64 bytes) in Base64.
const SIGNATURE_LENGTH: usize = 88;

/// A new pair of keys, as the texts of two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKeys {
    /// Goes to every installation (`mailwijs.pub`).
    pub public: String,
    /// Stays with whoever signs (`mailwijs.key`), encrypted with the password.
    pub secret: String,
}

impl SigningKeys {
    /// Makes a new pair of keys; without a password the secret key is not encrypted.
    ///
    /// # Errors
    /// When the operating system gives no randomness or too little memory to derive a key from the password.
    pub fn generate(password: &str) -> Result<Self, SignatureError> {
        let pair = if password.is_empty() {
            KeyPair::generate_unencrypted_keypair()
        } else {
            KeyPair::generate_encrypted_keypair(Some(password.to_owned()))
        };
        let pair = pair.map_err(|_| SignatureError::Unavailable)?;
        let public = pair.pk.to_box().map_err(|_| SignatureError::Unavailable)?;
        let secret = pair.sk.to_box(None).map_err(|_| SignatureError::Unavailable)?;
        Ok(Self {
            public: public.into_string(),
            secret: secret.into_string(),
        })
    }
}

/// Why a policy could not be signed, or its signature not be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// The text is no minisign secret key.
    #[error("this is not a minisign secret key")]
    SecretKey,
    /// The password does not open the secret key.
    #[error("the password does not open this secret key")]
    Password,
    /// The text is no minisign public key.
    #[error("this is not a minisign public key")]
    PublicKey,
    /// The text is no minisign signature.
    #[error("this is not a minisign signature")]
    Malformed,
    /// The signature was made with another key than the trusted one.
    #[error("the policy was signed with another key")]
    OtherKey,
    /// The policy or the signature's comment was changed after signing.
    #[error("the policy was changed after it was signed")]
    Changed,
    /// The operating system gave no randomness or too little memory.
    #[error("the operating system could not provide what signing takes")]
    Unavailable,
}

impl SignatureError {
    /// The message of this error is `policy-signature-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SecretKey => "secret-key",
            Self::Password => "password",
            Self::PublicKey => "public-key",
            Self::Malformed => "malformed",
            Self::OtherKey => "other-key",
            Self::Changed => "changed",
            Self::Unavailable => "unavailable",
        }
    }
}

/// Signs the bytes of a policy file; the result is the text of `policy.toml.minisig`. The comment (one line, such as the
/// day and the version) is signed along; an empty password belongs to a secret key that is not encrypted.
///
/// # Errors
/// When the secret key cannot be read or opened.
pub fn sign(
    policy: &[u8],
    secret_key: &str,
    password: &str,
    comment: &str,
) -> Result<String, SignatureError> {
    let key = open(secret_key, password)?;
    let comment: String = comment.split_whitespace().collect::<Vec<_>>().join(" ");
    let untrusted = "signature of a Mailwijs policy";
    let signature = minisign::sign(None, &key, policy, Some(&comment), Some(untrusted));
    Ok(signature.map_err(|_| SignatureError::Unavailable)?.into_string())
}

/// Checks that exactly these bytes were signed with the secret half of this public key (a key file's text, or its second line).
///
/// # Errors
/// When the signature or the key cannot be read, or the signature is not of these bytes by this key.
pub fn verify(policy: &[u8], signature: &str, public_key: &str) -> Result<(), SignatureError> {
    let key = read_public_key(public_key)?;
    // minisign itself takes the length of the comment's signature for granted.
    if signature
        .lines()
        .nth(3)
        .is_none_or(|line| line.trim().len() != SIGNATURE_LENGTH)
    {
        return Err(SignatureError::Malformed);
    }
    let signature = SignatureBox::from_string(signature).map_err(|_| SignatureError::Malformed)?;
    if signature.keynum() != key.keynum() {
        return Err(SignatureError::OtherKey);
    }
    let (quiet, echo, legacy) = (true, false, false);
    minisign::verify(&key, &signature, Cursor::new(policy), quiet, echo, legacy)
        .map_err(|_| SignatureError::Changed)
}

fn read_public_key(text: &str) -> Result<PublicKey, SignatureError> {
    let text = text.trim();
    let key = if text.contains('\n') {
        PublicKeyBox::from_string(text).and_then(PublicKeyBox::into_public_key)
    } else {
        PublicKey::from_base64(text)
    };
    key.map_err(|_| SignatureError::PublicKey)
}

fn open(secret_key: &str, password: &str) -> Result<SecretKey, SignatureError> {
    let key = || SecretKeyBox::from_string(secret_key).map_err(|_| SignatureError::SecretKey);
    if let Ok(key) = key()?.into_unencrypted_secret_key() {
        return Ok(key);
    }
    key()?
        .into_secret_key(Some(password.to_owned()))
        .map_err(|error| match error.kind() {
            ErrorKind::Verify => SignatureError::Password,
            ErrorKind::KDF => SignatureError::Unavailable,
            _ => SignatureError::SecretKey,
        })
}
