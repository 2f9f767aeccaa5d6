//! Drop the futures of signals, and send the signal in between.
//!
//! In Python this cannot be lost: a signal handler is a callback.
//!
//!     cargo run --example card_signals

use std::{io, time::Duration};

#[cfg(unix)]
async fn run() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    use tokio::{process::Command, signal::ctrl_c, time::timeout};

    let limit = Duration::from_millis(100);
    let pid = std::process::id().to_string();
    let mut sigint = signal(SignalKind::interrupt())?;
    assert!(
        timeout(limit, sigint.recv()).await.is_err(),
        "no signal yet"
    );
    assert!(timeout(limit, ctrl_c()).await.is_err(), "no signal yet");

    Command::new("kill").args(["-INT", &pid]).status().await?;
    let heard = timeout(limit, sigint.recv()).await.is_ok();
    println!("Signal recv: heard of the signal: {heard}");
    let heard = timeout(limit, ctrl_c()).await.is_ok();
    println!("ctrl_c, made anew: heard of the signal: {heard}");
    Ok(())
}

#[cfg(not(unix))]
async fn run() -> io::Result<()> {
    println!("there are no such signals here, {:?}", Duration::ZERO);
    Ok(())
}

#[tokio::main]
async fn main() -> io::Result<()> {
    run().await
}
