//! wrong: what_was_not_sent_still_waits
//! says: still counted as waiting
//!
//! All five messages still count as waiting. If the timeline shows `flush`
//! dropped at 50 ms, two of them were sent before that: perhaps they are
//! crossed out together at the end, and a dropped future does not get there.
//! When is the moment to cross out one message?

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
        for message in &self.waiting {
            if self.out.send(message.clone()).await.is_err() {
                return false;
            }
        }
        self.waiting.clear();
        true
    }
}
