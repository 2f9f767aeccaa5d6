//! Four come to a barrier for three.
//!
//! In Python this is `asyncio.Barrier(3)`, with the same end.
//!
//!     cargo run --example barrier_four

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Barrier,
    task::JoinError,
    time::{Instant, sleep, timeout},
};

async fn arrive(id: u64, barrier: Arc<Barrier>, start: Instant) -> String {
    sleep(Duration::from_millis(100 * id)).await;
    match timeout(Duration::from_secs(1), barrier.wait()).await {
        Ok(_) => format!("passes at {} ms", start.elapsed().as_millis()),
        Err(_) => "waits, and gives up".to_owned(),
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let barrier = Arc::new(Barrier::new(3));

    let mut tasks = Vec::new();
    for id in 1..=4 {
        tasks.push(tokio::spawn(arrive(id, barrier.clone(), start)));
    }
    for (id, task) in (1..).zip(tasks) {
        println!("{id} {}", task.await?);
    }
    Ok(())
}
