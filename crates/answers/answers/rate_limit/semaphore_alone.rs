//! wrong: twenty_five_calls_begin_ten_ten_five
//! says: began: 25 at 0 ms
//! says: not a limit on how many begin in a stretch of time
//!
//! All 25 calls begin at 0 ms. A semaphore limits how many hold a permit at
//! once, and here nobody holds one for long: `acquire` gives it back when it
//! returns. For how long should a permit be away?

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

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
        let _permit = self.permits.acquire().await.unwrap();
    }
}
