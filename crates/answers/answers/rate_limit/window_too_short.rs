//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: 10 at 0 ms, 10 at 500 ms
//! says: at another moment
//!
//! Ten calls begin at 0 ms and ten more at 500 ms, which makes twenty in one
//! second. Each place comes back, by itself and once: that is right. When does
//! it come back?

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

pub struct RateLimiter {
    permits: Arc<Semaphore>,
    window: Duration,
}

impl RateLimiter {
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            permits: Arc::new(Semaphore::new(limit)),
            window,
        }
    }

    pub async fn acquire(&self) {
        let permits = Arc::clone(&self.permits);
        let permit = permits.acquire_owned().await.unwrap();
        let window = self.window / 2;
        tokio::spawn(async move {
            sleep(window).await;
            drop(permit);
        });
    }
}
