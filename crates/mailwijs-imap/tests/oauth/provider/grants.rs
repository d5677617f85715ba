//! What it gives to whom.

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use url::form_urlencoded::Serializer;

use super::server::reply;
use super::{CLIENT, Form, Shared};
use crate::jwt;

impl Shared {
    /// The sign-in page: says yes and sends the browser back.
    pub(super) fn page(&self, question: &Form) -> String {
        let mut memory = self.memory.lock().unwrap();
        memory.seen.push(question.clone());
        let value = |name: &str| question.get(name).map(String::as_str).unwrap_or_default();
        let redirect = value("redirect_uri").to_owned();
        let loopback = redirect.starts_with("http://127.0.0.1:") || redirect.starts_with("http://localhost:");
        let fits = value("response_type") == "code"
            && value("client_id") == CLIENT
            && value("code_challenge_method") == "S256"
            && value("code_challenge").len() == 43
            && value("state").len() >= 16
            && loopback;
        if !fits {
            return reply(400, "", "");
        }
        let mut answer = Serializer::new(String::new());
        if let Some(error) = self.behaviour.lock().unwrap().declines {
            answer.append_pair("error", error);
        } else {
            let code = format!("code/{}+{}", memory.codes.len(), value("state"));
            answer.append_pair("code", &code);
            memory
                .codes
                .insert(code, (value("code_challenge").to_owned(), redirect.clone()));
        }
        let answer = answer.append_pair("state", value("state")).finish();
        reply(302, &format!("Location: {redirect}?{answer}\r\n"), "")
    }

    /// Tokens, or why there are none.
    pub(super) fn granted(&self, form: &Form) -> Result<String, &'static str> {
        let value = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
        let secret = self.behaviour.lock().unwrap().secret;
        if value("client_id") != CLIENT || form.get("client_secret").map(String::as_str) != secret {
            return Err("invalid_client");
        }
        let mut memory = self.memory.lock().unwrap();
        match value("grant_type") {
            "authorization_code" => {
                let (challenge, redirect) = memory.codes.remove(value("code")).ok_or("invalid_grant")?;
                let proof = URL_SAFE_NO_PAD.encode(Sha256::digest(value("code_verifier")));
                if proof != challenge || value("redirect_uri") != redirect {
                    return Err("invalid_grant");
                }
                drop(memory);
                Ok(self.refreshed("given"))
            }
            "refresh_token" => {
                let used = value("refresh_token");
                let index = memory
                    .honoured
                    .iter()
                    .position(|token| token == used)
                    .ok_or("invalid_grant")?;
                let rotates = self.behaviour.lock().unwrap().rotates;
                if !rotates {
                    drop(memory);
                    return Ok(self.answer(None));
                }
                memory.honoured.remove(index);
                drop(memory);
                Ok(self.refreshed("rotated"))
            }
            _ => Err("unsupported_grant_type"),
        }
    }

    /// With a new refresh token.
    pub(super) fn refreshed(&self, how: &str) -> String {
        let refresh = self.behaviour.lock().unwrap().refresh.then(|| {
            let mut memory = self.memory.lock().unwrap();
            memory.given += 1;
            let token = format!("refresh-{how}-{}", memory.given);
            memory.honoured.push(token.clone());
            token
        });
        self.answer(refresh.as_deref())
    }

    fn answer(&self, refresh: Option<&str>) -> String {
        let behaviour = self.behaviour.lock().unwrap();
        let lasts = Duration::from_secs(behaviour.expires_in);
        let from = SystemTime::now() - behaviour.age;
        let mut answer = serde_json::json!({
            "token_type": "Bearer",
            "expires_in": behaviour.expires_in,
            "scope": "imap",
            "access_token": jwt::token(behaviour.user, from, lasts),
        });
        if let Some(refresh) = refresh {
            answer["refresh_token"] = refresh.into();
        }
        answer.to_string()
    }
}
