//! right
//!
//! A slot that borrows nothing.

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
        while !self.waiting.is_empty() {
            let Ok(slot) = self.out.clone().reserve_owned().await else {
                return false;
            };
            if let Some(message) = self.waiting.pop_front() {
                slot.send(message);
            }
        }
        true
    }
}
