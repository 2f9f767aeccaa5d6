//! wrong: no_second_has_more_than_ten_wherever_it_begins
//! says: 19 began between 950 and 1950 ms
//!
//! 19 calls begin between 950 and 1950 ms: nine at 950 ms, and ten more at 1000
//! ms. Perhaps a task fills the permits up once a second, by a clock of its
//! own, however short a time ago some were taken. How long does a single permit
//! have to stay away, and from which moment on?

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
                permits.add_permits(limit - permits.available_permits());
            }
        });
        Self { permits }
    }

    pub async fn acquire(&self) {
        self.permits.acquire().await.unwrap().forget();
    }
}
