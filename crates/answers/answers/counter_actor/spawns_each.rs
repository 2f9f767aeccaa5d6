//! wrong: no_addition_is_lost
//! says: 5 at the same time
//!
//! Five additions run at the same time, all from the same total, so four of
//! them get lost. Perhaps there is an owner that takes the commands one by one
//! and hands each to a new task. When may it take the next command?

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
    let (commands, mut queue) = mpsc::channel(room);
    tokio::spawn(async move {
        while let Some(command) = queue.recv().await {
            match command {
                Command::Add(n) => {
                    let register = register.clone();
                    tokio::spawn(async move { register.add(n).await });
                }
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
