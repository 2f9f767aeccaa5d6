//! The end of the server: everything that waits hears of it.

use std::time::Duration;

use tokio::sync::watch;

/// After this long the process ends, whatever still hangs.
const LATEST: Duration = Duration::from_millis(2200);

#[derive(Clone, Debug)]
pub struct Shutdown(watch::Sender<bool>);

impl Default for Shutdown {
    fn default() -> Self {
        Shutdown(watch::Sender::new(false))
    }
}

impl Shutdown {
    pub fn end(&self) {
        self.0.send_replace(true);
    }

    pub async fn wait(&self) {
        // An error would mean that the sender is gone; `self` holds it.
        let _ = self.0.subscribe().wait_for(|ended| *ended).await;
    }
}

/// Ends the process after a while, whatever still hangs: a disk that does not
/// answer, a thread that waits for ever.
pub fn at_the_latest() {
    // Without the thread nothing ends what hangs; nobody could be told.
    let _ = std::thread::Builder::new()
        .name("latest end".to_owned())
        .spawn(|| {
            std::thread::sleep(LATEST);
            eprintln!("something does not end; the book ends without it");
            std::process::exit(1);
        });
}

/// Waits for Ctrl-C, for the system's request to end, or for the terminal to
/// be closed.
#[cfg(unix)]
pub async fn requested() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
        _ = hang_up.recv() => {}
    }
    Ok(())
}

#[cfg(not(unix))]
pub async fn requested() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
