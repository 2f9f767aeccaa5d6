//! The command that builds one example.
//!
//! Where: in a target folder of our own, `target/book`. Cargo locks a target
//! folder while it works, and an editor's rust-analyzer or the reader's
//! `cargo test` would make the Run button wait for as long as they take, and
//! be made to wait by it. See `seed` for how the first run avoids compiling
//! Tokio there again.

use std::path::Path;
use std::process::Command;

/// `cargo build --example NAME`, exactly as the reader's `cargo run --example
/// NAME` selects packages, so that the features and with them the compiled
/// dependencies are the same.
pub fn command(root: &Path, target: &Path, example: &str) -> Command {
    let mut command = checker::cargo::command(root);
    command
        .arg("build")
        // With the sign: a name is never an option.
        .arg(format!("--example={example}"))
        // `--message-format=json` alone would escape colors into the text.
        .args(["--message-format=json", "--color=never"])
        .arg("--target-dir")
        .arg(target);
    command
}

pub use checker::cargo::program as cargo;

/// What Cargo prints at every build and says nothing about this one, or says
/// in passing: the reader's own `cargo` has the list of crates in its hands.
pub fn is_noise(line: &str) -> bool {
    let line = line.trim_start();
    [
        "Finished ",
        "Compiling examples ",
        "Compiling scratch ",
        "Blocking waiting for file lock ",
    ]
    .iter()
    .any(|start| line.starts_with(start))
}
