//! wrong: a_full_queue_holds_the_clients_back
//! says: it returned at 0 ms
//! says: a queue without a limit
//!
//! Five additions return at 0 ms, with room for two. The queue takes whatever
//! comes, so nobody is ever held back. What should the fifth `add` wait for?

use lab::Register;
use tokio::sync::{mpsc, oneshot};

enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::UnboundedSender<Command>,
}

pub fn start(register: Register, _room: usize) -> Counter {
    let (commands, mut queue) = mpsc::unbounded_channel();
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
        let _ = self.commands.send(Command::Add(n));
    }

    pub async fn get(&self) -> u32 {
        let (reply, total) = oneshot::channel();
        let _ = self.commands.send(Command::Get(reply));
        total.await.unwrap()
    }
}
