//! `mailwijs policy …`

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use mailwijs_app::i18n::{Arg, Texts};
use mailwijs_app::place::Places;
use mailwijs_app::policy::{self, KnownSystem, SignatureError, SigningKeys, Template};
use mailwijs_app::policy_source::{self, mistakes, signature_path, signature_problem};
use mailwijs_app::{AppError, ErrorCode};

use crate::args::{self, Format, PolicyCommand};
use crate::language;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Makes, checks, shows, signs or verifies a policy file.
pub fn run(command: PolicyCommand) -> Result<Outcome, Failure> {
    let texts = language::texts(None);
    match command {
        PolicyCommand::New {
            template,
            system,
            file,
        } => new(template.map(Into::into), system.as_deref(), &file, &texts),
        PolicyCommand::Check { file, lang, format } => check(&file, format, &language::texts(lang)),
        PolicyCommand::Show { file } => show(file.as_deref(), &texts),
        PolicyCommand::Schema => print(&format!("{:#}", policy::schema())),
        PolicyCommand::Keygen { file } => keygen(&file, &texts),
        PolicyCommand::Sign { file, key } => sign(&file, &key, &texts),
        PolicyCommand::Verify { file, public_key } => verify(&file, &public_key, &texts),
    }
}

fn new(
    template: Option<Template>,
    system: Option<&str>,
    file: &Path,
    texts: &Texts,
) -> Result<Outcome, Failure> {
    let system = system.and_then(KnownSystem::named);
    let of_system = || system.map(|system| Template::of(system.country));
    let template = template.or_else(of_system).unwrap_or(Template::Flemish);
    let policy = system.map_or_else(
        || template.toml().to_owned(),
        |system| template.with_system(system),
    );
    if file == Path::new("-") {
        return print(&policy);
    }
    write_new(file, &policy, texts)?;
    told("cli-policy-made", file, texts)
}

fn check(file: &Path, format: Format, texts: &Texts) -> Result<Outcome, Failure> {
    let mut output = Output::new(format);
    let mistakes = mistakes(file, texts).map_err(|error| Failure::of(&error, texts))?;
    if mistakes.is_empty() {
        if !output.is_json() {
            output.say(&texts.get("cli-policy-good", &[("path", path_arg(file))]))?;
        }
        return Ok(Outcome::Clean);
    }
    for mistake in &mistakes {
        if output.is_json() {
            output.json(mistake)?;
        } else {
            output.say(&format!(
                "{}:{}:{}: {}",
                file.display(),
                mistake.line,
                mistake.column,
                mistake.message
            ))?;
        }
    }
    Ok(Outcome::Unusable)
}

fn show(file: Option<&Path>, texts: &Texts) -> Result<Outcome, Failure> {
    let loaded =
        policy_source::load(file, &Places::from_env(), texts).map_err(|error| Failure::of(&error, texts))?;
    print(&loaded.policy.to_toml())
}

fn keygen(file: &Path, texts: &Texts) -> Result<Outcome, Failure> {
    let password = password(texts)?;
    let pair = SigningKeys::generate(&password).map_err(|error| refused(error, texts))?;
    write_new(&with_ending(file, ".key"), &pair.secret, texts)?;
    write_new(&with_ending(file, ".pub"), &pair.public, texts)?;
    told("cli-keys-made", file, texts)
}

fn sign(file: &Path, key: &Path, texts: &Texts) -> Result<Outcome, Failure> {
    let wrong = mistakes(file, texts).map_err(|error| Failure::of(&error, texts))?;
    if let Some(first) = wrong.first() {
        return Err(Failure::Told(format!(
            "{}:{}:{}: {}",
            file.display(),
            first.line,
            first.column,
            first.message
        )));
    }
    let bytes = read(file, texts)?;
    let secret = String::from_utf8_lossy(&read(key, texts)?).into_owned();
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    let signature =
        policy::sign(&bytes, &secret, &password(texts)?, &name).map_err(|error| refused(error, texts))?;
    let target = signature_path(file);
    fs::write(&target, signature).map_err(|error| unwritten(&target, &error, texts))?;
    told("cli-policy-signed", &target, texts)
}

fn verify(file: &Path, public_key: &str, texts: &Texts) -> Result<Outcome, Failure> {
    let bytes = read(file, texts)?;
    let signature = String::from_utf8_lossy(&read(&signature_path(file), texts)?).into_owned();
    let key = fs::read_to_string(public_key).unwrap_or_else(|_| public_key.to_owned());
    policy::verify(&bytes, &signature, &key).map_err(|error| refused(error, texts))?;
    told("cli-policy-verified", file, texts)
}

/// The password of a secret key: from the terminal, or one line of standard input for scripts.
fn password(texts: &Texts) -> Result<String, Failure> {
    use std::io::IsTerminal;
    if std::io::stdin().is_terminal() {
        Ok(rpassword::prompt_password(texts.get("cli-key-password", &[]))?)
    } else {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        Ok(line.trim_end_matches(['\r', '\n']).to_owned())
    }
}

fn print(text: &str) -> Result<Outcome, Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    Ok(Outcome::Clean)
}

fn told(id: &str, path: &Path, texts: &Texts) -> Result<Outcome, Failure> {
    print(&texts.get(id, &[("path", path_arg(path))]))
}

fn refused(error: SignatureError, texts: &Texts) -> Failure {
    Failure::Told(signature_problem(error, texts))
}

fn path_arg(path: &Path) -> Arg {
    Arg::Text(path.display().to_string())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn read(path: &Path, texts: &Texts) -> Result<Vec<u8>, Failure> {
    fs::read(path)
        .map_err(|error| Failure::of(&AppError::at(ErrorCode::PolicyUnreadable, path, error), texts))
}

/// Writes a file that must not exist yet: nothing is ever overwritten. Secret keys are for their owner's eyes only.
fn write_new(path: &Path, text: &str, texts: &Texts) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if path.extension().is_some_and(|ending| ending == "key") {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| options.open(path))
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| unwritten(path, &error, texts))
}

fn unwritten(path: &Path, error: &std::io::Error, texts: &Texts) -> Failure {
    Failure::of(&AppError::at(ErrorCode::WriteFailed, path, error), texts)
}

impl From<args::Template> for Template {
    fn from(template: args::Template) -> Self {
        match template {
            args::Template::Vlaams => Self::Flemish,
            args::Template::Nederlands => Self::Dutch,
        }
    }
}
