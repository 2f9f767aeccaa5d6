//! The end of the server: everything that waits hears of it.

use tokio::sync::watch;

#[derive(Clone, Debug)]
pub struct Ending(watch::Sender<bool>);

impl Default for Ending {
    fn default() -> Self {
        Ending(watch::Sender::new(false))
    }
}

impl Ending {
    pub fn end(&self) {
        self.0.send_replace(true);
    }

    pub async fn wait(&self) {
        // An error would mean that the sender is gone; `self` holds it.
        let _ = self.0.subscribe().wait_for(|ended| *ended).await;
    }
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
