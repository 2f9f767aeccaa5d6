//! wrong: who_comes_late_passes_at_once
//! says: never finished
//!
//! Whoever waits passes at 100 ms, and those who come at 200 ms wait for ever.
//! Perhaps the opening hands out something to each of those who wait, and
//! nothing is left for the others. Does a gate that is open need to know how
//! many come?

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use tokio::sync::Semaphore;

pub struct Gate {
    tickets: Semaphore,
    waiting: AtomicUsize,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            tickets: Semaphore::new(0),
            waiting: AtomicUsize::new(0),
        }
    }
}

impl Gate {
    pub fn open(&self) {
        self.tickets.add_permits(self.waiting.load(SeqCst));
    }

    pub async fn pass(&self) {
        self.waiting.fetch_add(1, SeqCst);
        let ticket = self.tickets.acquire().await;
        ticket.expect("never closed").forget();
    }
}
