//! wrong: an_asker_who_gives_up_harms_nobody
//! says: it got no answer
//! says: nobody waits for it any more
//!
//! The first asker gives up after 10 ms. When the owner has the answer for it,
//! nobody is there to take it; that is treated as a bug and ends the owner, and
//! the second asker never hears anything. What does a failed answer mean to the
//! owner?

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
                Command::Add(n) => register.add(n).await,
                Command::Get(reply) => {
                    reply.send(register.read().await).unwrap();
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
