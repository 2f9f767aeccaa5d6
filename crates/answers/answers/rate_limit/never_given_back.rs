//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: never finished
//! says: taken and never given back
//!
//! Ten calls are made, and the other fifteen wait for ever. Each takes a permit
//! away for good, and nobody puts one back. Who could do so one second later,
//! when `acquire` is long over?

use std::time::Duration;

use tokio::sync::Semaphore;

pub struct RateLimiter {
    permits: Semaphore,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        let _ = window;
        Self {
            permits: Semaphore::new(limit),
        }
    }

    pub async fn acquire(&self) {
        self.permits.acquire().await.unwrap().forget();
    }
}
