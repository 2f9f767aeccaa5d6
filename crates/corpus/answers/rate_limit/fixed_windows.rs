//! wrong: no_second_has_more_than_ten_wherever_it_begins
//! says: 19 began between 950 and 1950 ms
//! says: clock of its own
//!
//! Refills when its own clock strikes: two bursts may meet.

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
