//! Which policy is in force.

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_i18n::{Arg, Texts};
use mailwijs_policy::{Policy, PolicyErrors, SignatureError, Template};

use crate::error::{AppError, ErrorCode};
use crate::place::Places;

/// Where a policy comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicySource {
    /// A file.
    File(PathBuf),
    /// A built-in template.
    BuiltIn(Template),
}

/// A policy and where it comes from.
#[derive(Debug, Clone)]
pub struct LoadedPolicy {
    /// The rules.
    pub policy: Policy,
    /// Their origin.
    pub source: PolicySource,
}

impl LoadedPolicy {
    /// The built-in template that holds while no school policy is installed.
    pub fn built_in(template: Template) -> Self {
        Self {
            policy: template.policy(),
            source: PolicySource::BuiltIn(template),
        }
    }
}

/// The policy named by hand, else the installed one, else the built-in Flemish template.
///
/// # Errors
/// When the file cannot be read, has mistakes, or lacks the signature this installation asks for.
pub fn load(named: Option<&Path>, places: &Places, texts: &Texts) -> Result<LoadedPolicy, AppError> {
    let installed = places.policy();
    match named {
        Some(path) => from_file(path, None, texts),
        None if installed.exists() => {
            let trusted = places.trusted_key();
            from_file(&installed, trusted.exists().then_some(trusted.as_path()), texts)
        }
        None => Ok(LoadedPolicy::built_in(Template::Flemish)),
    }
}

fn from_file(path: &Path, trusted_key: Option<&Path>, texts: &Texts) -> Result<LoadedPolicy, AppError> {
    let unreadable = |error| AppError::at(ErrorCode::PolicyUnreadable, path, error);
    let bytes = fs::read(path).map_err(unreadable)?;
    if let Some(key) = trusted_key {
        verify(path, &bytes, key, texts)?;
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| AppError::at(ErrorCode::PolicyInvalid, path, texts.get("policy-not-utf8", &[])))?;
    let policy = Policy::parse(&text)
        .map_err(|errors| AppError::at(ErrorCode::PolicyInvalid, path, describe(&errors, texts)))?;
    Ok(LoadedPolicy {
        policy,
        source: PolicySource::File(path.to_path_buf()),
    })
}

/// The file a policy's signature stands in: `policy.toml.minisig`.
pub fn signature_path(policy: &Path) -> PathBuf {
    let mut name = policy.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

fn verify(path: &Path, bytes: &[u8], key: &Path, texts: &Texts) -> Result<(), AppError> {
    let refuse = |detail: String| AppError::at(ErrorCode::PolicySignature, path, detail);
    let key = fs::read_to_string(key).map_err(|error| refuse(error.to_string()))?;
    let signature = signature_path(path);
    let signature = fs::read_to_string(&signature)
        .map_err(|error| refuse(format!("{}: {error}", signature.display())))?;
    mailwijs_policy::verify(bytes, &signature, &key).map_err(|error| refuse(signature_problem(error, texts)))
}

/// What is wrong with a signature or key, in the reader's language.
pub fn signature_problem(error: SignatureError, texts: &Texts) -> String {
    texts.get(&format!("policy-signature-{}", error.key()), &[])
}

/// Every mistake on a line of its own: line, column and what was meant.
fn describe(errors: &PolicyErrors, texts: &Texts) -> String {
    let lines = errors.iter().map(|error| {
        format!(
            "{}:{}: {}",
            error.position.line,
            error.position.column,
            said(error, texts)
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// One mistake in the reader's language.
fn said(error: &mailwijs_policy::PolicyError, texts: &Texts) -> String {
    let args = error.kind.args();
    let args: Vec<_> = args
        .iter()
        .map(|(name, value)| (*name, Arg::from(value.as_str())))
        .collect();
    texts
        .get(&format!("policy-error-{}", error.kind.key()), &args)
        .trim_end()
        .to_owned()
}

/// Installs a policy file, with the signature beside it, once it has proved to load; the one before is kept beside it.
///
/// # Errors
/// When the file cannot be read, has mistakes or lacks a signature this installation asks for, or cannot be copied.
pub fn install_file(path: &Path, places: &Places, texts: &Texts) -> Result<(), AppError> {
    let trusted = places.trusted_key();
    from_file(path, trusted.exists().then_some(trusted.as_path()), texts)?;
    let bytes = fs::read(path).map_err(|error| AppError::at(ErrorCode::PolicyUnreadable, path, error))?;
    install(&bytes, fs::read(signature_path(path)).ok().as_deref(), places)
}

/// Puts these bytes in the place of the installed policy.
///
/// # Errors
/// When they cannot be written.
pub fn install(policy: &[u8], signature: Option<&[u8]>, places: &Places) -> Result<(), AppError> {
    let target = places.policy();
    let unwritten = |error| AppError::at(ErrorCode::WriteFailed, &target, error);
    fs::create_dir_all(&places.config).map_err(unwritten)?;
    if target.exists() {
        fs::copy(&target, places.config.join("policy.previous.toml")).map_err(unwritten)?;
    }
    if let Some(signature) = signature {
        fs::write(signature_path(&target), signature).map_err(unwritten)?;
    }
    // Written beside and renamed: whoever reads meanwhile sees the old policy or the new one, never half of it.
    let fresh = places.config.join("policy.toml.new");
    fs::write(&fresh, policy)
        .and_then(|()| fs::rename(&fresh, &target))
        .map_err(unwritten)
}

/// A mistake in a policy file, for people and editors.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what was meant.
    pub message: String,
}

/// Every mistake in a policy file.
///
/// # Errors
/// When the file cannot be read.
pub fn mistakes(path: &Path, texts: &Texts) -> Result<Vec<Mistake>, AppError> {
    let bytes = fs::read(path).map_err(|error| AppError::at(ErrorCode::PolicyUnreadable, path, error))?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Ok(vec![Mistake {
            line: 1,
            column: 1,
            message: texts.get("policy-not-utf8", &[]),
        }]);
    };
    let Err(errors) = Policy::parse(&text) else {
        return Ok(Vec::new());
    };
    Ok(errors
        .iter()
        .map(|error| Mistake {
            line: error.position.line,
            column: error.position.column,
            message: said(error, texts),
        })
        .collect())
}
