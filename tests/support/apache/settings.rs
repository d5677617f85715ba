//! What Apache (2.4) is told: all in one folder, one user, one process.

use std::path::Path;

const MODULES: &[&str] = &[
    "mpm_event",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_user",
    "auth_basic",
    "alias",
    "mime",
    "dav",
    "dav_fs",
    "ssl",
    "unixd",
    "log_config",
];

/// The text of `apache.conf`.
pub fn text(place: &Path, modules: &Path, port: u16) -> String {
    let folder = place.display();
    let file = |name: &str| modules.join(format!("mod_{name}.so"));
    // What is built in has no file.
    let there = MODULES.iter().filter(|name| file(name).is_file());
    let lines = there.map(|name| format!("LoadModule {name}_module {}", file(name).display()));
    let load = lines.collect::<Vec<_>>().join("\n");
    format!(
        "{load}
ServerName localhost
ServerRoot {folder}
Listen 127.0.0.1:{port}
PidFile {folder}/pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/log
LogLevel warn
Mutex posixsem
TypesConfig /dev/null
DocumentRoot {folder}/open
DavLockDB {folder}/locks
SSLEngine on
SSLCertificateFile {folder}/certificate.pem
SSLCertificateKeyFile {folder}/key.pem
Alias /dav {folder}/files
<Location /dav>
  Dav On
  AuthType Basic
  AuthName files
  AuthUserFile {folder}/passwords
  Require valid-user
</Location>
<Location /dav/closed>
  Require user nobody-at-all
</Location>
Redirect /moved https://elsewhere.example/dav
"
    )
}
