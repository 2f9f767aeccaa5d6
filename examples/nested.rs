//! A limit in time around a limit in number, as values and blocks.
//!
//! In Python this is `async with timeout(..), semaphore:`.
//!
//!     cargo run --example nested

use std::time::Duration;
use tokio::{
    sync::{AcquireError, Semaphore},
    time::{error::Elapsed, sleep, timeout},
};

struct Span(&'static str);

impl Drop for Span {
    fn drop(&mut self) {
        println!("end of {}", self.0);
    }
}

// ANCHOR: nested
async fn fetch(gate: &Semaphore, ms: u64) -> Result<u64, AcquireError> {
    let _request = Span("request");
    let _permit = gate.acquire().await?;
    let _download = Span("download");
    sleep(Duration::from_millis(ms)).await;
    Ok(ms)
} // dropped in the opposite order: download, permit, request

#[tokio::main]
async fn main() -> Result<(), AcquireError> {
    let gate = Semaphore::new(1);
    for ms in [50, 300] {
        let limited = timeout(Duration::from_millis(150), fetch(&gate, ms));
        let end: Result<Result<u64, _>, Elapsed> = limited.await;
        println!("{ms}: {end:?}, free: {}", gate.available_permits());
    }
    Ok(())
}
// ANCHOR_END: nested
