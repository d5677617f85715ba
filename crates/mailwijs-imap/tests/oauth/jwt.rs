//! Access tokens that a mail server can check by itself (JWT of RFC 7519, signed with HS256).

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

/// What the provider and the mail server share.
pub const KEY: &[u8] = b"a key that two servers of one test share";

/// No two are alike.
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// For this person, from then on and so long.
pub fn token(user: &str, from: SystemTime, lasts: Duration) -> String {
    let from = from.duration_since(UNIX_EPOCH).unwrap().as_secs();
    let claims = json!({
        "iss": "provider",
        "sub": user,
        "email": user,
        "iat": from,
        "nbf": from,
        "exp": from + lasts.as_secs(),
        "jti": NUMBER.fetch_add(1, Ordering::Relaxed),
    });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!(
        "{}.{}",
        part(&json!({"alg": "HS256", "typ": "JWT"})),
        part(&claims)
    );
    let mut seal = Hmac::<Sha256>::new_from_slice(KEY).unwrap();
    seal.update(signed.as_bytes());
    format!(
        "{signed}.{}",
        URL_SAFE_NO_PAD.encode(seal.finalize().into_bytes())
    )
}
