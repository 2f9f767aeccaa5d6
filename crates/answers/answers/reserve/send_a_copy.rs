//! right
//!
//! A copy is sent; the original leaves the queue after that.

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
        while let Some(message) = self.waiting.front() {
            if self.out.send(message.clone()).await.is_err() {
                return false;
            }
            self.waiting.pop_front();
        }
        true
    }
}
