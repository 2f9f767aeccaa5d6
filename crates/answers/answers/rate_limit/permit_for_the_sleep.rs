//! wrong: the_first_ten_do_not_wait
//! says: 10 at 1000 ms
//! says: the first ones need not wait
//!
//! The first ten calls begin at 1000 ms. A permit has to be away for one
//! second, and `acquire` waits for that second itself, with the caller in tow.
//! Who else could wait for it?

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
        let _permit = self.permits.acquire().await.unwrap();
        sleep(self.window).await;
    }
}
