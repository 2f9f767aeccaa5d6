//! Builds one example with Cargo and reads Cargo's messages.
//!
//! Where: in a target folder of our own, `target/book`. Cargo locks a target
//! folder while it works, and an editor's rust-analyzer or the reader's
//! `cargo test` would make the Run button wait for as long as they take, and
//! be made to wait by it. See `seed` for how the first run avoids compiling
//! Tokio there again.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tokio::process::Command;

/// `cargo build --example NAME`, exactly as the reader's `cargo run --example
/// NAME` selects packages, so that the features and with them the compiled
/// dependencies are the same.
pub fn command(root: &Path, target: &Path, example: &str) -> Command {
    let mut command = Command::new(cargo());
    command
        .current_dir(root)
        .args(["build", "--example", example])
        // `--message-format=json` alone would escape colors into the text.
        .args(["--message-format=json", "--color=never"])
        .arg("--target-dir")
        .arg(target);
    command
}

/// Cargo sets `CARGO` for what it runs; that is the one the reader started.
pub fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    message: Option<Diagnostic>,
    target: Option<Target>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Diagnostic {
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

/// The compiler's own words, if this message is a diagnostic.
pub fn rendered(line: &str) -> Option<String> {
    let message: Message = serde_json::from_str(line).ok()?;
    if message.reason != "compiler-message" {
        return None;
    }
    Some(message.message?.rendered.unwrap_or_default())
}

/// The program that was built, from Cargo's messages.
pub fn executable(messages: &[String], example: &str) -> Option<PathBuf> {
    messages.iter().find_map(|line| {
        let message: Message = serde_json::from_str(line).ok()?;
        let target = message.target?;
        (message.reason == "compiler-artifact"
            && target.name == example
            && target
                .kind
                .iter()
                .any(|kind| kind == "example" || kind == "bin"))
        .then_some(message.executable)?
    })
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_program_among_the_messages() {
        let messages = [
            r#"{"reason":"compiler-artifact","target":{"name":"semaphore","kind":["lib"]},"executable":null}"#,
            r#"{"reason":"compiler-artifact","target":{"name":"semaphore","kind":["example"]},"executable":"/t/semaphore"}"#,
            r#"{"reason":"build-finished","success":true}"#,
        ]
        .map(String::from);
        let found = executable(&messages, "semaphore");
        assert_eq!(found.as_deref(), Some(Path::new("/t/semaphore")));
        assert_eq!(executable(&messages, "other"), None);
    }

    #[test]
    fn tells_diagnostics_from_other_messages() {
        let diagnostic = r#"{"reason":"compiler-message","message":{"rendered":"error: no\n"},"target":{"name":"x","kind":["example"]}}"#;
        assert_eq!(rendered(diagnostic).as_deref(), Some("error: no\n"));
        assert_eq!(rendered(r#"{"reason":"build-finished"}"#), None);
        assert_eq!(rendered("not json"), None);
    }
}
