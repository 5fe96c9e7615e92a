//! The command `kabinet`: prints messages, chooses the exit code.

fn main() {}
