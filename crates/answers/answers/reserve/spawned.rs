//! wrong: what_was_not_sent_still_waits
//! says: these still wait: []
//!
//! `flush` returns at 0 ms and says `true`, and no message waits any more. A
//! task has all of them: the caller cannot drop it, and cannot get back what it
//! does not send. When may `flush` say that all were sent?

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
        let waiting = std::mem::take(&mut self.waiting);
        let out = self.out.clone();
        tokio::spawn(async move {
            for message in waiting {
                let _ = out.send(message).await;
            }
        });
        true
    }
}
