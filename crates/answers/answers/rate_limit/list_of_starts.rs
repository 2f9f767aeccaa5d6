//! right
//!
//! Remembers the last starts; no task.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

pub struct RateLimiter {
    limit: usize,
    window: Duration,
    starts: Mutex<VecDeque<Instant>>,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            limit,
            window,
            starts: Mutex::default(),
        }
    }

    pub async fn acquire(&self) {
        let mut starts = self.starts.lock().await;
        if starts.len() == self.limit {
            sleep_until(starts[0] + self.window).await;
            starts.pop_front();
        }
        starts.push_back(Instant::now());
    }
}
