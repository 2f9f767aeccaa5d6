//! wrong: a_slot_is_needed_for_a_message_only
//! says: it still waited 50 ms later
//!
//! The loop waits for a slot before it looks whether there is a message left
//! to send. When all is sent and the channel is full, it waits for a slot that
//! it does not need.

use std::collections::VecDeque;

use tokio::sync::mpsc::Sender;

pub struct Outbox {
    waiting: VecDeque<String>,
    out: Sender<String>,
}

impl Outbox {
    pub fn new(out: Sender<String>) -> Self {
        let waiting = VecDeque::new();
        Self { waiting, out }
    }

    pub fn put(&mut self, message: &str) {
        self.waiting.push_back(message.to_owned());
    }

    /// What has not been sent yet, in the order in which it was put in.
    pub fn waiting(&self) -> Vec<String> {
        self.waiting.iter().cloned().collect()
    }

    /// Sends all that waits, in order; false if nobody listens any more, and
    /// then the rest still waits. Whoever calls this may drop it at any time.
    pub async fn flush(&mut self) -> bool {
        loop {
            let Ok(slot) = self.out.reserve().await else {
                return false;
            };
            let Some(message) = self.waiting.pop_front() else {
                return true;
            };
            slot.send(message);
        }
    }
}
