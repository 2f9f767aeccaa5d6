//! The checks of an exercise as plain functions: for the corpus, whose wrong
//! answers have to fail without failing a test, and for the recorder.

use anyhow::{Context, Result, ensure};

use crate::catalogue::Exercise;

/// How each check begins.
const CHECK: &str = "#[lab::check]\nasync fn ";

/// The text of `checks.rs`, with its checks made plain async functions.
pub fn plain(exercise: &Exercise) -> Result<String> {
    let path = exercise.checks_path();
    let text = crate::read::long_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?
        .replace("\r\n", "\n");
    ensure!(
        text.matches("#[").count() == text.matches(CHECK).count(),
        "{}: each check must begin with\n{CHECK}",
        path.display()
    );
    Ok(text.replace(CHECK, "pub async fn "))
}
