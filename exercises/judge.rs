//! Runs the checks of the exercises and says how they went. The tests of this
//! package start it; see `checker::terminal`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    checker::terminal::main(Path::new(env!("CARGO_MANIFEST_DIR")))
}
