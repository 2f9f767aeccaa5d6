//! wrong: what_was_not_sent_still_waits
//! says: before it was certain
//!
//! `flush` is dropped at 50 ms, and message `c` is neither sent nor waiting.
//! Perhaps you do wait for a slot, and the message has left the queue already:
//! it is in a variable of the future that is dropped. Which of the two steps
//! has to come first?

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
        while let Some(message) = self.waiting.pop_front() {
            let Ok(slot) = self.out.reserve().await else {
                self.waiting.push_front(message);
                return false;
            };
            slot.send(message);
        }
        true
    }
}
