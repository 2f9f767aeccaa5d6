//! A handler that takes its time keeps the other branches waiting.
//!
//! In Python this is a slow body of the loop around `asyncio.wait`.
//!
//!     cargo run --example select_handler

use std::time::Duration;
use tokio::{
    task::JoinError,
    time::{Instant, sleep},
};

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn job(start: Instant) {
    sleep(ms(150)).await;
    println!("job done at {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let mut task = tokio::spawn(job(start));
    loop {
        tokio::select! {
            ended = &mut task => break ended?,
            () = sleep(ms(100)) => sleep(ms(1000)).await, // a slow handler
        }
    }
    println!("noticed at {} ms", start.elapsed().as_millis());
    Ok(())
}
// ANCHOR_END: main
