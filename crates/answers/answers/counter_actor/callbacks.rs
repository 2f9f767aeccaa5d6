//! right
//!
//! The way back is a function.

use lab::Register;
use tokio::sync::{mpsc, oneshot};

enum Command {
    Add(u32),
    Get(Box<dyn FnOnce(u32) + Send>),
}

#[derive(Clone)]
pub struct Counter(mpsc::Sender<Command>);

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, mut queue) = mpsc::channel(room);
    tokio::spawn(async move {
        while let Some(command) = queue.recv().await {
            match command {
                Command::Add(n) => register.add(n).await,
                Command::Get(tell) => tell(register.read().await),
            }
        }
    });
    Counter(commands)
}

impl Counter {
    pub async fn add(&self, n: u32) {
        self.0.send(Command::Add(n)).await.ok().expect("the owner");
    }

    pub async fn get(&self) -> u32 {
        let (reply, total) = oneshot::channel();
        let tell = Box::new(move |n| _ = reply.send(n));
        self.0
            .send(Command::Get(tell))
            .await
            .ok()
            .expect("the owner");
        total.await.expect("the owner answers")
    }
}
