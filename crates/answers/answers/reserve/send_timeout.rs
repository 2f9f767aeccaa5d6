//! wrong: what_was_not_sent_still_waits
//! says: before it was certain
//!
//! `flush` is dropped at 50 ms, and message `c` is neither sent nor waiting.
//! Perhaps you give up by yourself and put it back in time: that helps if your
//! clock is the quicker one, and here the caller's struck first. Where is the
//! message while you wait?

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
        let patience = std::time::Duration::from_millis(40);
        while let Some(message) = self.waiting.pop_front() {
            use tokio::sync::mpsc::error::SendTimeoutError::{Closed, Timeout};
            match self.out.send_timeout(message, patience).await {
                Ok(()) => {}
                Err(Timeout(message)) => self.waiting.push_front(message),
                Err(Closed(message)) => {
                    self.waiting.push_front(message);
                    return false;
                }
            }
        }
        true
    }
}
