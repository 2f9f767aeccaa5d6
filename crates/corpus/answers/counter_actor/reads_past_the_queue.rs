//! wrong: no_addition_is_lost
//! says: a total of 0
//! says: past the queue
//!
//! `get` looks at the register itself.

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
