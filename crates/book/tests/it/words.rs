//! What is missing or full is said in words, with what helps.
#![cfg(unix)]

use std::process::{Command, Output, Stdio};

use crate::client::soon;
use crate::crash::start_with;
use crate::fixture::Checkout;

fn real_book() -> Checkout {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    checkout
}

fn refused(checkout: &Checkout, temporary: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_book"))
        .current_dir(checkout.root())
        .args(["--no-open", "--port", "0"])
        .env("TMPDIR", temporary)
        .output()
        .unwrap()
}

#[test]
fn a_temporary_folder_that_cannot_be_used_has_its_remedy() {
    let checkout = real_book();
    let file = checkout.root().join("book.toml");
    for folder in ["/nowhere/at/all", file.to_str().unwrap()] {
        let output = refused(&checkout, folder);
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(folder), "{said}");
        assert!(said.contains("Set the variable TMPDIR"), "{said}");
    }
}

#[tokio::test]
async fn without_cargo_the_book_is_read_and_the_start_says_what_is_missing() {
    use tokio::io::{AsyncBufReadExt, BufReader};
    let checkout = real_book();
    let mut server = tokio::process::Command::new(env!("CARGO_BIN_EXE_book"))
        .current_dir(checkout.root())
        .args(["--no-open", "--port", "0"])
        .env("CARGO", "/nowhere/cargo")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let (mut warned, mut served) = (false, false);
    while !(warned && served) {
        let line = soon("words", lines.next_line()).await.unwrap().unwrap();
        served |= line.contains("http://127.0.0.1:");
        if line.contains("/nowhere/cargo cannot be started") {
            assert!(line.contains("Is Rust installed"), "{line}");
            warned = true;
        }
    }
    server.kill().await.unwrap();
}

/// The reader has changed `Cargo.toml`: nothing is written behind their back.
#[tokio::test]
async fn a_run_does_not_write_the_lock_file() {
    let checkout = Checkout::new();
    const OLD: &str = "version = 4\n";
    checkout.write("Cargo.lock", OLD);
    let served = checkout.serve();
    let (lines, ended) = crate::runs::whole(served.run("hello").await).await;
    let said = lines.join("\n");
    assert_eq!(ended["why"], "build-failed", "{said}");
    assert!(said.contains("run `cargo check` in a terminal"), "{said}");
    assert_eq!(checkout.read("Cargo.lock"), OLD);
}

#[tokio::test]
async fn what_the_reader_writes_is_for_this_user_only() {
    use std::os::unix::fs::PermissionsExt;
    let checkout = real_book();
    let temporary = tempfile::tempdir().unwrap();
    let (_server, ..) = start_with(&checkout, |command| {
        command.env("TMPDIR", temporary.path());
    })
    .await;
    let mut folders = vec![checkout.root().join(".book")];
    let entries = std::fs::read_dir(temporary.path()).unwrap();
    folders.extend(entries.map(|entry| entry.unwrap().path()));
    assert!(folders.len() > 1, "the built book");
    for folder in folders {
        let mode = folder.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", folder.display());
    }
}
