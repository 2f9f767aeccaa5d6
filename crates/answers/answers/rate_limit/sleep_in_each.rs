//! wrong: the_first_ten_do_not_wait
//! says: began: 10 at 100 ms
//! says: the first ones need not wait
//!
//! The first ten calls begin at 100 ms, all together: each of them slept for
//! the same time, and that limits nothing. What do the callers have to know of
//! each other?

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
