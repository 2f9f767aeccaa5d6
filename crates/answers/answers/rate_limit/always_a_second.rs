//! wrong: limit_and_window_are_those_that_were_given
//! says: 2 at 1000 ms
//!
//! Each permit comes back after a second, whatever window was asked for.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::sleep;

pub struct RateLimiter {
    permits: Arc<Semaphore>,
    window: Duration,
}

impl RateLimiter {
    /// At most `limit` in every `window`, wherever the window begins.
    pub fn new(limit: usize, window: Duration) -> Self {
        Self {
            permits: Arc::new(Semaphore::new(limit)),
            window,
        }
    }

    /// Returns when one more may begin.
    pub async fn acquire(&self) {
        let permit = self
            .permits
            .acquire()
            .await
            .expect("the semaphore stays open");
        // The permit does not come back by itself, but one window later.
        permit.forget();
        let permits = Arc::clone(&self.permits);
        tokio::spawn(async move {
            sleep(Duration::from_secs(1)).await;
            permits.add_permits(1);
        });
    }
}
