//! right
//!
//! The task owns the permit for one window.

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
        let permit = permits.acquire_owned().await.expect("stays open");
        let window = self.window;
        tokio::spawn(async move {
            sleep(window).await;
            drop(permit);
        });
    }
}
