//! wrong: no_second_has_more_than_ten_wherever_it_begins
//! says: 19 began between 950 and 1950 ms
//! says: Room came back too early
//!
//! 19 calls begin between 950 and 1950 ms: nine at 950 ms, and ten more at 1000
//! ms. Perhaps ten permits are added every second, whether any were used or
//! not, so that a quiet limiter also saves up. How many may come back, and
//! when, if one was taken?

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
                sleep(window).await;
                let Some(permits) = refilled.upgrade() else {
                    break;
                };
                permits.add_permits(limit);
            }
        });
        Self { permits }
    }

    pub async fn acquire(&self) {
        self.permits.acquire().await.unwrap().forget();
    }
}
