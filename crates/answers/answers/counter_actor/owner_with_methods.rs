//! right
//!
//! The owner is a struct; each command has a method.

use lab::Register;
use tokio::sync::{mpsc, oneshot};

enum Command {
    Add { n: u32 },
    Get { reply: oneshot::Sender<u32> },
}

struct Owner {
    register: Register,
    queue: mpsc::Receiver<Command>,
}

impl Owner {
    async fn run(mut self) {
        while let Some(command) = self.queue.recv().await {
            self.handle(command).await;
        }
    }

    async fn handle(&mut self, command: Command) {
        match command {
            Command::Add { n } => self.register.add(n).await,
            Command::Get { reply } => {
                let total = self.register.read().await;
                reply.send(total).ok();
            }
        }
    }
}

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::Sender<Command>,
}

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, queue) = mpsc::channel(room);
    tokio::spawn(Owner { register, queue }.run());
    Counter { commands }
}

impl Counter {
    pub async fn add(&self, n: u32) {
        let sent = self.commands.send(Command::Add { n }).await;
        assert!(sent.is_ok(), "the owner is here");
    }

    pub async fn get(&self) -> u32 {
        let (reply, total) = oneshot::channel();
        let sent = self.commands.send(Command::Get { reply }).await;
        assert!(sent.is_ok(), "the owner is here");
        total.await.expect("the owner answers")
    }
}
