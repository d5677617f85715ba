//! The windows, made when needed and destroyed when closed: nothing of a web view lives while nothing is shown.

pub mod geometry;
pub mod main;
pub mod nudge;
