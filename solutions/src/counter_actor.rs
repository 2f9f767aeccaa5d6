//! One owner: a register that only one task touches.

use lab::Register;
// begin solution
use tokio::sync::{mpsc, oneshot};

enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}
// end solution

/// Reaches the task that owns the register. Clones reach the same task.
#[derive(Clone)]
pub struct Counter {
    // begin solution
    //~ // What a clone needs to reach the task.
    commands: mpsc::Sender<Command>,
    // end solution
}

/// Gives the register to a task. At most `room` commands wait for it; it ends
/// when the last `Counter` is gone and all commands are done.
pub fn start(register: Register, room: usize) -> Counter {
    // begin solution
    //~ // TODO: a queue of commands, a task that takes them, and the two
    //~ // methods below. The register has `add(n)` and `read()`, both async.
    //~ todo!("{register:?} with room for {room}")
    let (commands, queue) = mpsc::channel(room);
    tokio::spawn(own(register, queue));
    Counter { commands }
    // end solution
}

impl Counter {
    /// Returns when the command is in the queue.
    pub async fn add(&self, n: u32) {
        // begin solution
        //~ todo!("add {n}")
        let sent = self.commands.send(Command::Add(n)).await;
        sent.expect("the owner lives as long as its counters");
        // end solution
    }

    /// The total, after all that was added before, and before what is added
    /// later.
    pub async fn get(&self) -> u32 {
        // begin solution
        //~ todo!()
        let (reply, total) = oneshot::channel();
        let sent = self.commands.send(Command::Get(reply)).await;
        sent.expect("the owner lives as long as its counters");
        total.await.expect("the owner answers each command")
        // end solution
    }
}
// begin solution

async fn own(register: Register, mut queue: mpsc::Receiver<Command>) {
    while let Some(command) = queue.recv().await {
        match command {
            Command::Add(n) => register.add(n).await,
            // Whoever asked may have given up: that is no error of ours.
            Command::Get(reply) => _ = reply.send(register.read().await),
        }
    }
}
// end solution
