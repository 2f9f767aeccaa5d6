//! Ask a collector to stop, and let it write what it has.
//!
//! In Python this is `except CancelledError: await write(batch)`.
//!
//!     cargo run --example ask_to_stop --features util

use std::time::Duration;
use tokio::{
    select,
    task::JoinError,
    time::{Instant, sleep},
};
use tokio_util::sync::CancellationToken;

const STOP_AT: u64 = 500; // ms

async fn reading() {
    sleep(Duration::from_millis(200)).await;
}

async fn write(batch: &[usize]) {
    sleep(Duration::from_millis(200)).await;
    println!("wrote {batch:?}");
}

async fn collect(stop: CancellationToken) {
    let mut batch = Vec::new();
    loop {
        select! {
            () = stop.cancelled() => break,
            () = reading() => batch.push(batch.len() + 1),
        }
    }
    write(&batch).await;
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let stop = CancellationToken::new();
    let task = tokio::spawn(collect(stop.clone()));
    sleep(Duration::from_millis(STOP_AT)).await;

    stop.cancel();
    task.await?;
    println!("main ends at {} ms", start.elapsed().as_millis());
    Ok(())
}
