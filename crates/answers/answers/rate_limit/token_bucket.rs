//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: 10 at 0 ms, 1 at 100 ms
//! says: at another moment
//!
//! Ten calls begin at 0 ms, and then one more every 100 ms: nineteen in the
//! first second. Room comes back drop by drop, also while the first ten still
//! count. How long does one call count against the limit?

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
