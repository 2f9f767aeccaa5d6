//! Four come to a barrier for three.
//!
//! In Python this is `asyncio.Barrier(3)`, with the same end.
//!
//!     cargo run --example barrier_four

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Barrier,
    task::JoinError,
    time::{Instant, sleep},
};

async fn arrive(id: u64, barrier: Arc<Barrier>) -> Instant {
    sleep(Duration::from_millis(100 * id)).await;
    barrier.wait().await;
    Instant::now()
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let barrier = Arc::new(Barrier::new(3));

    let mut tasks = Vec::new();
    for id in 1..=4 {
        tasks.push(tokio::spawn(arrive(id, barrier.clone())));
    }
    sleep(Duration::from_secs(1)).await;
    for (id, task) in (1..).zip(tasks) {
        if task.is_finished() {
            println!("{id} passes at {} ms", (task.await? - start).as_millis());
        } else {
            println!("{id} still waits");
        }
    }
    Ok(())
}
