//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: never finished
//! says: taken and never given back
//!
//! Forgets the permit, and nobody puts one back.

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
