//! wrong: the_first_ten_do_not_wait
//! says: 1 at 0 ms, 1 at 100 ms
//! says: the first ones need not wait
//!
//! The timeline shows one call every 100 ms. That is never too many, and yet
//! the first ten wait for nothing: no second had anything in it. When is a
//! pause needed, and when is it not?

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

pub struct RateLimiter {
    gate: Mutex<Option<Instant>>,
    pause: Duration,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            gate: Mutex::new(None),
            pause: window / limit as u32,
        }
    }

    pub async fn acquire(&self) {
        let mut last = self.gate.lock().await;
        if let Some(last) = *last {
            sleep_until(last + self.pause).await;
        }
        *last = Some(Instant::now());
    }
}
