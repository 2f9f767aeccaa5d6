//! One task owns the counter; the others send it commands.
//!
//! In Python this is a queue of commands, each with a future for its answer.
//!
//!     cargo run --example actor

use std::{error::Error, time::Duration};
use tokio::{
    join,
    sync::{
        mpsc::{self, Receiver, Sender},
        oneshot,
    },
    time::sleep,
};

// ANCHOR: owner
enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}

async fn owner(mut commands: Receiver<Command>) -> u32 {
    let mut total = 0; // No lock: nobody else can reach it.
    while let Some(command) = commands.recv().await {
        match command {
            Command::Add(n) => {
                let before = total;
                sleep(Duration::from_millis(10)).await; // A slow addition.
                total = before + n;
            }
            // An error: the asker has gone. Its business, not ours.
            Command::Get(reply) => _ = reply.send(total),
        }
    }
    total
}
// ANCHOR_END: owner

// ANCHOR: client
async fn client(
    n: u32,
    counter: Sender<Command>,
) -> Result<u32, Box<dyn Error>> {
    counter.send(Command::Add(n)).await?;
    let (reply, total) = oneshot::channel();
    counter.send(Command::Get(reply)).await?;
    Ok(total.await?)
}
// ANCHOR_END: client

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (tx, rx) = mpsc::channel(8);
    let owner = tokio::spawn(owner(rx));

    let (two, three) = join!(client(2, tx.clone()), client(3, tx));
    println!("clients read {} and {}", two?, three?);
    println!("at the end   {}", owner.await?);
    Ok(())
}
