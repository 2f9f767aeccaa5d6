//! expect: error E0597
//!
//! A task may outlive `permits`, and this permit borrows from it.

use std::{error::Error, sync::Arc};
use tokio::sync::{Semaphore, SemaphorePermit};

async fn download(_permit: SemaphorePermit<'_>) {}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let permits = Arc::new(Semaphore::new(2));
    let permit = permits.acquire().await?;
    tokio::spawn(download(permit)).await?;
    Ok(())
}
