//! The `mailwijs` command line.

fn main() {}
