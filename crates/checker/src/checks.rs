//! The checks of an exercise as plain functions: for the corpus, whose wrong
//! answers have to fail without failing a test, and for the recorder.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::catalogue::Exercise;

/// How each check begins.
const TEST: &str = "#[tokio::test(start_paused = true)]\nasync fn ";

/// The text of `checks.rs`, with its tests made plain async functions.
pub fn plain(exercise: &Exercise) -> Result<String> {
    let path = exercise.checks_path();
    let text = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?
        .replace("\r\n", "\n");
    ensure!(
        text.matches("#[").count() == text.matches(TEST).count(),
        "{}: each check must begin with\n{TEST}",
        path.display()
    );
    Ok(text.replace(TEST, "pub async fn "))
}
