//! wrong: no_second_has_more_than_ten_wherever_it_begins
//! says: 19 began between 950 and 1950 ms
//! says: clock of its own
//!
//! 19 calls begin between 950 and 1950 ms: nine at 950 ms, and ten more at 1000
//! ms. Perhaps you count by the clock, second by second, so that two bursts
//! meet where one second ends and the next begins. Which second does a place
//! belong to: one of the clock, or one that begins with the call?

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

pub struct RateLimiter {
    limit: usize,
    window: Duration,
    begun: Instant,
    count: Mutex<(u32, usize)>,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        let begun = Instant::now();
        Self {
            limit,
            window,
            begun,
            count: Mutex::new((0, 0)),
        }
    }

    pub async fn acquire(&self) {
        loop {
            let age = self.begun.elapsed().as_millis();
            let number = (age / self.window.as_millis()) as u32;
            {
                let mut count = self.count.lock().unwrap();
                if count.0 != number {
                    *count = (number, 0);
                }
                if count.1 < self.limit {
                    count.1 += 1;
                    return;
                }
            }
            sleep_until(self.begun + self.window * (number + 1)).await;
        }
    }
}
