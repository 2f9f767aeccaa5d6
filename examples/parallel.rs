//! Two tasks meet: each blocks its thread until the other is there, too.
//!
//! In Python two tasks of one loop can never meet like this.
//!
//!     cargo run --example parallel

use std::sync::{Arc, Barrier};
use tokio::task::JoinError;

async fn meet(door: Arc<Barrier>) {
    println!("somebody arrives");
    door.wait(); // std's: blocks the thread, and is no await
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<(), JoinError> {
    let door = Arc::new(Barrier::new(2));
    let a = tokio::spawn(meet(door.clone()));
    let b = tokio::spawn(meet(door));
    a.await?;
    b.await?;
    println!("they met: two threads ran the two tasks");
    Ok(())
}
