//! wrong: who_gives_up_waiting_takes_nothing
//! says: began: 10 at 0 ms, 5 at 1000 ms
//! says: took it and did not use it
//!
//! Five callers gave up waiting, and five fewer calls begin at 1000 ms: each of
//! the five had booked a time and never used it. What has been changed before
//! your wait, and who changes it back?

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

pub struct RateLimiter {
    limit: usize,
    window: Duration,
    booked: Mutex<VecDeque<Instant>>,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            limit,
            window,
            booked: Mutex::default(),
        }
    }

    pub async fn acquire(&self) {
        let at = {
            let mut booked = self.booked.lock().unwrap();
            let now = Instant::now();
            let at = if booked.len() < self.limit {
                now
            } else {
                booked.pop_front().map_or(now, |old| old + self.window)
            };
            let at = at.max(now);
            booked.push_back(at);
            at
        };
        sleep_until(at).await;
    }
}
