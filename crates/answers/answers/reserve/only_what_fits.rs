//! wrong: each_message_arrives_once_and_in_order
//! says: did not arrive
//!
//! The timeline shows that `flush` returns at 0 ms: it sends what fits and says
//! `true`, while four messages still wait in the queue. Nobody calls it again
//! after a `true`. What is to be done while the channel is full?

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
            use tokio::sync::mpsc::error::TrySendError::{Closed, Full};
            match self.out.try_send(message) {
                Ok(()) => {}
                Err(Full(message)) => {
                    self.waiting.push_front(message);
                    break;
                }
                Err(Closed(message)) => {
                    self.waiting.push_front(message);
                    return false;
                }
            }
        }
        true
    }
}
