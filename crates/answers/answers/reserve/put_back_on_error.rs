//! wrong: what_was_not_sent_still_waits
//! says: before it was certain
//!
//! `flush` is dropped at 50 ms, and message `c` is neither sent nor waiting. It
//! had left the queue before the wait began. Perhaps an error would have given
//! it back; a drop gives nothing back. Where does it have to be while you wait?

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
            if let Err(error) = self.out.send(message).await {
                self.waiting.push_front(error.0);
                return false;
            }
        }
        true
    }
}
