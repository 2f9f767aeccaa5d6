//! wrong: an_asker_who_gives_up_harms_nobody
//! says: it got 1
//! says: somebody else's question
//!
//! The second asker gets 1, which is the answer to the first one's question.
//! The first gave up, and its answer lay where the next asker looks. How can an
//! answer find the one who asked?

use std::sync::Arc;

use lab::Register;
use tokio::sync::{Mutex, mpsc};

enum Command {
    Add(u32),
    Get,
}

#[derive(Clone)]
pub struct Counter {
    commands: mpsc::Sender<Command>,
    answers: Arc<Mutex<mpsc::Receiver<u32>>>,
}

pub fn start(register: Register, room: usize) -> Counter {
    let (commands, mut queue) = mpsc::channel(room);
    let (tell, answers) = mpsc::channel(room);
    tokio::spawn(async move {
        while let Some(command) = queue.recv().await {
            match command {
                Command::Add(n) => register.add(n).await,
                Command::Get => {
                    let _ = tell.send(register.read().await).await;
                }
            }
        }
    });
    let answers = Arc::new(Mutex::new(answers));
    Counter { commands, answers }
}

impl Counter {
    pub async fn add(&self, n: u32) {
        let _ = self.commands.send(Command::Add(n)).await;
    }

    pub async fn get(&self) -> u32 {
        let _ = self.commands.send(Command::Get).await;
        self.answers.lock().await.recv().await.unwrap()
    }
}
