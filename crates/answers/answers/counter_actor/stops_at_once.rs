//! wrong: the_owner_ends_with_the_last_counter
//! says: the total is
//! says: left while commands were waiting
//!
//! The last counter is gone, and so is the owner, with three additions still in
//! the queue. It was aborted from outside. What ends a task that waits for
//! messages, without anybody stopping it?

use std::sync::Arc;

use lab::Register;
use tokio::sync::{mpsc, oneshot};
use tokio_util::task::AbortOnDropHandle;

enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::Sender<Command>,
    _owner: Arc<AbortOnDropHandle<()>>,
}

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, mut queue) = mpsc::channel(room);
    let owner = tokio::spawn(async move {
        while let Some(command) = queue.recv().await {
            match command {
                Command::Add(n) => register.add(n).await,
                Command::Get(reply) => {
                    let _ = reply.send(register.read().await);
                }
            }
        }
    });
    let _owner = Arc::new(AbortOnDropHandle::new(owner));
    Counter { commands, _owner }
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
