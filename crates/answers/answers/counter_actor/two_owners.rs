//! wrong: no_addition_is_lost
//! says: 2 at the same time
//! says: it belongs to one task
//!
//! The timeline shows two additions at the same time: two tasks take commands,
//! and each uses the register. They share the receiver in turn, and that does
//! not order the work that follows. How many owners can one register have?

use std::sync::Arc;

use lab::Register;
use tokio::sync::{Mutex, mpsc, oneshot};

enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::Sender<Command>,
}

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, queue) = mpsc::channel(room);
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..2 {
        let (queue, register) = (Arc::clone(&queue), register.clone());
        tokio::spawn(async move {
            loop {
                let command = queue.lock().await.recv().await;
                match command {
                    Some(Command::Add(n)) => register.add(n).await,
                    Some(Command::Get(reply)) => {
                        let _ = reply.send(register.read().await);
                    }
                    None => break,
                }
            }
        });
    }
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
