//! Whose certificates are believed; the same for mail and for signing in.

use std::sync::Arc;

use rustls_platform_verifier::BuilderVerifierExt;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{CertificateError, ClientConfig, Error, RootCertStore};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Whose certificates are believed.
#[derive(Debug, Clone, Default)]
pub enum Trust {
    /// Those the operating system believes, what the school installed there among them.
    #[default]
    Platform,
    /// Only those that lead to one of these roots.
    Only(Vec<CertificateDer<'static>>),
}

impl Trust {
    /// Only the certificates in a PEM file; `None` when it holds none, or one that is broken.
    pub fn only_pem(pem: &[u8]) -> Option<Self> {
        let roots: Vec<_> = CertificateDer::pem_slice_iter(pem)
            .collect::<Result<_, _>>()
            .ok()?;
        (!roots.is_empty()).then_some(Self::Only(roots))
    }

    /// How a TLS connection is opened: version 1.2 or 1.3, the server's name checked, no certificate of our own.
    ///
    /// # Errors
    /// When the system's certificates cannot be read, or a root is none.
    pub fn client_config(&self) -> Result<ClientConfig, Error> {
        let builder = ClientConfig::builder_with_provider(crypto()).with_safe_default_protocol_versions()?;
        let builder = match self {
            Self::Platform => builder.with_platform_verifier()?,
            Self::Only(roots) => {
                let mut store = RootCertStore::empty();
                for root in roots {
                    store.add(root.clone())?;
                }
                builder.with_root_certificates(store)
            }
        };
        Ok(builder.with_no_client_auth())
    }

    /// The same for HTTPS.
    pub fn https(&self) -> TlsConfig {
        let roots = match self {
            Self::Platform => RootCerts::PlatformVerifier,
            Self::Only(roots) => {
                let roots = roots.iter().map(|root| Certificate::from_der(root).to_owned());
                RootCerts::Specific(Arc::new(roots.collect()))
            }
        };
        TlsConfig::builder()
            .root_certs(roots)
            .unversioned_rustls_crypto_provider(crypto())
            .build()
    }
}

/// The cryptography of every TLS connection.
fn crypto() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// What is wrong with a TLS connection, for [`crate::Cause::Unsafe`]: never a name or a word from the certificate itself.
pub fn distrust(error: &Error) -> &'static str {
    let Error::InvalidCertificate(wrong) = error else {
        return "no TLS";
    };
    match wrong {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "the certificate has expired",
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "the certificate is not valid yet; is the clock right?"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the certificate is for another server"
        }
        CertificateError::UnknownIssuer => "nobody known vouches for the certificate",
        CertificateError::Revoked => "the certificate was withdrawn",
        _ => "the certificate is no good",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_that_is_none_is_an_error() {
        let trust = Trust::Only(vec![CertificateDer::from(vec![1, 2, 3])]);
        assert!(trust.client_config().is_err());
        assert!(Trust::only_pem(b"no certificate").is_none());
        assert!(Trust::Only(Vec::new()).client_config().is_ok());
    }

    #[test]
    fn distrust_is_told_without_names() {
        let error = Error::InvalidCertificate(CertificateError::NotValidForNameContext {
            expected: tokio_rustls::rustls::pki_types::ServerName::try_from("secret.school.example").unwrap(),
            presented: vec!["other.school.example".to_owned()],
        });
        assert_eq!(distrust(&error), "the certificate is for another server");
        assert_eq!(distrust(&Error::DecryptError), "no TLS");
    }
}
