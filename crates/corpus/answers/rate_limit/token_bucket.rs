//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: 10 at 0 ms, 1 at 100 ms
//! says: at another moment
//!
//! A full bucket and a steady drip: nineteen in the first second.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

pub struct RateLimiter {
    permits: Arc<Semaphore>,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        let permits = Arc::new(Semaphore::new(limit));
        let refilled = Arc::downgrade(&permits);
        tokio::spawn(async move {
            loop {
                sleep(window / limit as u32).await;
                let Some(permits) = refilled.upgrade() else {
                    break;
                };
                if permits.available_permits() < limit {
                    permits.add_permits(1);
                }
            }
        });
        Self { permits }
    }

    pub async fn acquire(&self) {
        self.permits.acquire().await.unwrap().forget();
    }
}
