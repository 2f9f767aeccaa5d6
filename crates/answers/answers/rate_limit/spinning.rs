//! hangs: twenty_five_calls_begin_ten_ten_five
//! says: has been busy
//! says: goes round without ever waiting
//!
//! A caller that finds no room asks again at once, and so on without end. It
//! never waits, so virtual time never moves, and the second after which there
//! would be room never passes. What can `acquire` await that wakes it when
//! there is room?

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
        loop {
            if let Ok(permit) = self.permits.try_acquire() {
                permit.forget();
                break;
            }
            tokio::task::yield_now().await;
        }
        let (permits, window) = (Arc::clone(&self.permits), self.window);
        tokio::spawn(async move {
            sleep(window).await;
            permits.add_permits(1);
        });
    }
}
