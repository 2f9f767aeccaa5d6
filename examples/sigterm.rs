//! Stop at SIGTERM or at Ctrl-C, whichever comes first.
//!
//! In Python this is `loop.add_signal_handler(SIGTERM, stop.set)`.
//!
//!     cargo run --example sigterm

use std::{io, time::Duration};
use tokio::{process::Command, signal::ctrl_c, time::sleep};

// ANCHOR: stop
#[cfg(unix)]
async fn asked_to_stop() -> io::Result<&'static str> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut sigterm = signal(SignalKind::terminate())?;
    tokio::select! {
        end = ctrl_c() => end.map(|()| "Ctrl-C"),
        _ = sigterm.recv() => Ok("SIGTERM"),
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() -> io::Result<&'static str> {
    ctrl_c().await.map(|()| "Ctrl-C")
}
// ANCHOR_END: stop

/// What an operator, or the system, does in another window.
async fn operator() -> io::Result<()> {
    sleep(Duration::from_millis(50)).await;
    let pid = std::process::id().to_string();
    Command::new("kill").args(["-TERM", &pid]).status().await?;
    sleep(Duration::from_secs(2)).await;
    Err(io::Error::other("the signal did not come"))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    println!("working");
    let signal = tokio::select! {
        signal = asked_to_stop() => signal?,
        end = operator() => return end, // Only if `kill` is not there.
    };
    println!("{signal}: stopping");
    Ok(())
}
