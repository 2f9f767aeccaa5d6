//! `cargo run` and `cargo book`: the command line of the book.

use std::process::ExitCode;

use book::cli::Cli;
use book::{commands, remedy};
use clap::Parser;

fn main() -> ExitCode {
    bounded_process::launcher::enter();
    match commands::run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {}", remedy::words(&error));
            ExitCode::FAILURE
        }
    }
}
