//! wrong: what_was_not_sent_still_waits
//! says: these still wait: []
//! says: before it was certain
//!
//! `flush` is dropped at 50 ms, and no message waits any more, though there was
//! room for two. All of them had left the queue at the beginning, and were
//! dropped with what held them. How many may be outside of the queue while
//! `flush` waits?

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
        for message in self.waiting.drain(..) {
            if self.out.send(message).await.is_err() {
                return false;
            }
        }
        true
    }
}
