//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: began: 25 at 0 ms
//! says: not a limit on how many begin in a second
//!
//! A semaphore limits how many at once; this permit does not even live that
//! long.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

pub struct RateLimiter {
    permits: Arc<Semaphore>,
    window: Duration,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            permits: Arc::new(Semaphore::new(limit)),
            window,
        }
    }

    pub async fn acquire(&self) {
        let _permit = self.permits.acquire().await.unwrap();
    }
}
