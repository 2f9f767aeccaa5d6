//! What a program says to its parent when it ends.
//!
//! In Python this is `sys.exit(3)`, or an exception that nobody catches.
//!
//!     cargo run --example exit_code

use std::{
    env, io,
    process::{ExitCode, Stdio, exit},
};
use tokio::process::Command;

/// A worker that has something to flush.
struct Worker;

impl Drop for Worker {
    fn drop(&mut self) {
        println!("worker dropped");
    }
}

async fn end(how: &str) -> io::Result<ExitCode> {
    let _worker = Worker;
    match how {
        "Ok" => Ok(ExitCode::SUCCESS),
        "ExitCode::from(3)" => Ok(ExitCode::from(3)),
        "Err" => Err(io::ErrorKind::TimedOut.into()),
        "process::exit(3)" => exit(3),
        _ => panic!("no such end"),
    }
}

#[tokio::main]
async fn main() -> io::Result<ExitCode> {
    if let Some(how) = env::args().nth(1) {
        return end(&how).await;
    }
    // The parent: this program starts itself once for each end.
    let ends = [
        "Ok",
        "ExitCode::from(3)",
        "Err",
        "process::exit(3)",
        "panic",
    ];
    for how in ends {
        let mut child = Command::new(env::current_exe()?);
        let child = child.arg(how).stderr(Stdio::null()).output().await?;
        let said = String::from_utf8_lossy(&child.stdout);
        let code = child.status.code();
        println!("{how:17} {code:?} {}", said.trim());
    }
    Ok(ExitCode::SUCCESS)
}
