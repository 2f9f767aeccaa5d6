//! expect: warning unused_must_use
//!
//! A permit that no variable holds is given back at once.

use tokio::sync::{AcquireError, Semaphore};

#[tokio::main]
async fn main() -> Result<(), AcquireError> {
    let permits = Semaphore::new(2);
    permits.acquire().await?;
    println!("{} permits are free", permits.available_permits());
    Ok(())
}
