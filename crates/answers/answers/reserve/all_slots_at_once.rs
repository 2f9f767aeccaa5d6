//! wrong: what_was_not_sent_still_waits
//! says: still counted as waiting
//!
//! After the first `flush`, all five messages still wait, and perhaps none was
//! sent: there are two slots, and whoever asks for five at once gets none. Look
//! at the end of `flush` in the timeline, at 0 ms or at 50 ms, and at what it
//! returned. How many slots does one message need?

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

    pub fn waiting(&self) -> Vec<String> {
        self.waiting.iter().cloned().collect()
    }

    pub async fn flush(&mut self) -> bool {
        let count = self.waiting.len();
        let Ok(slots) = self.out.reserve_many(count).await else {
            return false;
        };
        for (slot, message) in slots.zip(self.waiting.drain(..)) {
            slot.send(message);
        }
        true
    }
}
