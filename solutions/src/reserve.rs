//! An outbox: a send that is given up must not lose its message.

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
        // begin solution
        //~ // TODO: a message is lost when this is dropped, and when nobody
        //~ // listens any more. Repair it.
        //~ while let Some(message) = self.waiting.pop_front() {
        //~     if self.out.send(message).await.is_err() {
        //~         return false;
        //~     }
        //~ }
        while !self.waiting.is_empty() {
            let Ok(slot) = self.out.reserve().await else {
                return false;
            };
            // A slot and a message: from here on nothing is awaited.
            if let Some(message) = self.waiting.pop_front() {
                slot.send(message);
            }
        }
        // end solution
        true
    }
}
