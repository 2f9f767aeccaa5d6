//! wrong: who_comes_late_passes_at_once
//! says: never finished
//!
//! Whoever waits passes at 100 ms, and those who come at 200 ms wait for ever.
//! Perhaps the opening is a ring of a bell, and nothing remembers that it rang.
//! What could they look at when they come?

use tokio::sync::Notify;

#[derive(Default)]
pub struct Gate {
    bell: Notify,
}

impl Gate {
    pub fn open(&self) {
        self.bell.notify_waiters();
    }

    pub async fn pass(&self) {
        self.bell.notified().await;
    }
}
