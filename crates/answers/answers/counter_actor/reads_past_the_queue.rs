//! wrong: no_addition_is_lost
//! says: a total of 0
//! says: past the queue
//!
//! Nothing was added yet, and `get` says 0: it looked at the register itself.
//! The five additions were in the queue at that time, and a look past the queue
//! does not wait for them. Which way does a question have to go?

use lab::Register;
use tokio::sync::mpsc;

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::Sender<u32>,
    register: Register,
}

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, mut queue) = mpsc::channel(room);
    let owned = register.clone();
    tokio::spawn(async move {
        while let Some(n) = queue.recv().await {
            owned.add(n).await;
        }
    });
    Counter { commands, register }
}

impl Counter {
    pub async fn add(&self, n: u32) {
        let _ = self.commands.send(n).await;
    }

    pub async fn get(&self) -> u32 {
        self.register.read().await
    }
}
