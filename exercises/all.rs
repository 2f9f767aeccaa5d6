//! `cargo test -p exercises`: all exercises, in the order of the book.

use std::process::ExitCode;

fn main() -> ExitCode {
    lab::main_of_all(env!("CARGO_BIN_EXE_judge"))
}
