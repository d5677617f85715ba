//! An authority that signs certificates for servers on this computer, for one test.

use std::io;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, Error, ExtendedKeyUsagePurpose, IsCa,
    KeyPair, KeyUsagePurpose, date_time_ymd,
};

/// Nobody trusts it who was not told to.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

/// What a server shows, and what it keeps to itself.
pub struct Identity {
    /// Its certificate, PEM.
    pub certificate: String,
    /// Its private key, PKCS #8 in PEM.
    pub key: String,
}

impl Authority {
    /// A new one; no two are alike.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn new() -> io::Result<Self> {
        Self::named("An authority for one test")
    }

    /// A new one with this name; by it servers' certificates are told to be its own.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn named(name: &str) -> io::Result<Self> {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().map_err(io::Error::other)?;
        CertifiedIssuer::self_signed(params, key)
            .map(Self)
            .map_err(io::Error::other)
    }

    /// Its own certificate, for who shall trust it, PEM.
    pub fn pem(&self) -> String {
        self.0.pem()
    }

    /// For a server with these names or addresses.
    ///
    /// # Errors
    /// When a name is none.
    pub fn identity(&self, names: &[&str]) -> io::Result<Identity> {
        self.signed(names, None).map_err(io::Error::other)
    }

    /// The same, valid until the end of this year.
    ///
    /// # Errors
    /// When a name is none.
    pub fn identity_until(&self, year: i32, names: &[&str]) -> io::Result<Identity> {
        self.signed(names, Some(year)).map_err(io::Error::other)
    }

    fn signed(&self, names: &[&str], until: Option<i32>) -> Result<Identity, Error> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let mut params = CertificateParams::new(names)?;
        params
            .distinguished_name
            .push(DnType::CommonName, "A server for one test");
        if let Some(year) = until {
            params.not_after = date_time_ymd(year, 12, 31);
        }
        params.use_authority_key_identifier_extension = true;
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let key = KeyPair::generate()?;
        Ok(Identity {
            certificate: params.signed_by(&key, &self.0)?.pem(),
            key: key.serialize_pem(),
        })
    }
}
