//! Cargo, as the book starts it.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// Cargo sets `CARGO` for what it runs; that is the one the reader started.
pub fn program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// In a checkout. It writes the lock file when `Cargo.toml` asks for something
/// else, which the reader has not asked for by a save or a Run.
pub fn command(root: &Path) -> Command {
    let mut command = Command::new(program());
    command.current_dir(root);
    if root.join("Cargo.lock").is_file() {
        command.arg("--locked");
    }
    command
}

/// Where Cargo's words say what is wrong and not what to do here.
pub fn remedy(said: &str) -> Option<&'static str> {
    said.contains("--locked").then_some(
        "Cargo.lock is not the one of Cargo.toml. If you have changed \
         Cargo.toml, run `cargo check` in a terminal once, which brings \
         Cargo.lock up to date; if not, bring both back with `git checkout`.",
    )
}

/// What helps where Cargo cannot be started.
pub const MISSING: &str = "Is Rust installed, and `cargo` on the PATH of the \
                           terminal that this was started in?";
