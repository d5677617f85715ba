//! The plans, and the way they are carried out.

mod carried_out;
mod plans;
