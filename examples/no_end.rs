//! A program whose `main` has returned, and which does not end.
//!
//! In Python this is a thread of `to_thread`, which is waited for as well.
//!
//!     cargo run --example no_end

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io, thread};
use tokio::io::{AsyncReadExt, stdin};
use tokio::{runtime::Runtime, sync::Notify, time::timeout};

const SECOND: Duration = Duration::from_secs(1);
static BEGUN: Notify = Notify::const_new();
// ANCHOR: child
fn block() {
    BEGUN.notify_one();
    thread::sleep(SECOND);
}

async fn begin(what: &str) {
    match what {
        "spawn_blocking" => _ = tokio::task::spawn_blocking(block),
        "no .await" => _ = tokio::spawn(async { block() }),
        _ => return drop(timeout(Duration::ZERO, stdin().read_u8()).await),
    }
    BEGUN.notified().await;
}

fn child(what: &str, limited: bool) -> io::Result<()> {
    let runtime = Runtime::new()?;
    runtime.block_on(begin(what));
    if limited {
        runtime.shutdown_timeout(Duration::from_millis(100));
    }
    Ok(()) // Without the limit, `runtime` is dropped here, and that waits.
}
// ANCHOR_END: child

/// Starts this program once more, and closes its input after a second.
fn parent(args: &[&str]) -> io::Result<u128> {
    let start = Instant::now();
    let mut program = Command::new(env::current_exe()?);
    let mut child = program.args(args).stdin(Stdio::piped()).spawn()?;
    let input = child.stdin.take();
    thread::spawn(|| (thread::sleep(SECOND), drop(input)));
    child.wait()?;
    Ok(start.elapsed().as_millis())
}

fn main() -> io::Result<()> {
    if let Some(what) = env::args().nth(1) {
        return child(&what, env::args().len() > 2);
    }
    for what in ["spawn_blocking", "no .await", "stdin"] {
        println!("{what}: {} ms", parent(&[what])?);
        println!("  shutdown_timeout: {} ms", parent(&[what, "limited"])?);
    }
    Ok(())
}
