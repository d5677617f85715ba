//! One file per check.

pub mod group_address_visible;
pub mod identifier;
pub mod improper_content;
pub mod password;
pub mod photo_consent;
pub mod platform_signup;
pub mod private_account;
pub mod private_address_exposed;
pub mod public_share_link;
pub mod sensitive_pupil_data;
pub mod suspicious_mail;
pub mod unusual_recipient;
pub mod visible_recipients;
