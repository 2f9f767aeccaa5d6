//! wrong: add_does_not_wait_for_the_work
//! says: they returned at 300 ms
//! says: Only who wants an answer
//!
//! Three additions take 300 ms, because each `add` waits until the owner has
//! done its work. The caller wants no answer, and the queue has room for eight.
//! What is the earliest moment at which `add` knows that its command cannot get
//! lost?

use lab::Register;
use tokio::sync::{mpsc, oneshot};

enum Command {
    Add(u32, oneshot::Sender<()>),
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
                Command::Add(n, done) => {
                    register.add(n).await;
                    let _ = done.send(());
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
        let (done, receipt) = oneshot::channel();
        let _ = self.commands.send(Command::Add(n, done)).await;
        let _ = receipt.await;
    }

    pub async fn get(&self) -> u32 {
        let (reply, total) = oneshot::channel();
        let _ = self.commands.send(Command::Get(reply)).await;
        total.await.unwrap()
    }
}
