//! wrong: a_full_queue_holds_the_clients_back
//! says: it returned at 300 ms
//! says: a place is free
//!
//! The fifth `add` returns at 300 ms: the third had to wait already, though one
//! command was being done and only one stood in the queue. Does the command
//! that is being done still count as waiting?

use lab::Register;
use tokio::sync::{mpsc, oneshot};

enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::Sender<Command>,
}

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, mut queue) = mpsc::channel(room - 1);
    tokio::spawn(async move {
        while let Some(command) = queue.recv().await {
            match command {
                Command::Add(n) => register.add(n).await,
                Command::Get(reply) => {
                    let _ = reply.send(register.read().await);
                }
            }
        }
    });
    Counter { commands }
}

impl Counter {
    pub async fn add(&self, n: u32) {
        let _ = self.commands.send(Command::Add(n)).await;
    }

    pub async fn get(&self) -> u32 {
        let (reply, total) = oneshot::channel();
        let _ = self.commands.send(Command::Get(reply)).await;
        total.await.unwrap()
    }
}
