//! wrong: the_first_ten_do_not_wait
//! says: began: 10 at 100 ms
//! says: the first ones need not wait
//!
//! Everybody sleeps 100 ms, all at the same time.

use std::time::Duration;

use tokio::time::sleep;

pub struct RateLimiter {
    pause: Duration,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            pause: window / limit as u32,
        }
    }

    pub async fn acquire(&self) {
        sleep(self.pause).await;
    }
}
