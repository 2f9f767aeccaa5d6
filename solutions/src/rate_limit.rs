//! Let so many begin in any stretch of time, however long they take.

// begin solution
use std::sync::Arc;
// end solution
use std::time::Duration;

// begin solution
use tokio::sync::Semaphore;
use tokio::time::sleep;

// end solution
pub struct RateLimiter {
    // begin solution
    //~ // TODO: what has to be remembered.
    permits: Arc<Semaphore>,
    window: Duration,
    // end solution
}

impl RateLimiter {
    /// At most `limit` in every `window`, wherever the window begins.
    pub fn new(limit: usize, window: Duration) -> Self {
        // begin solution
        //~ todo!("{limit} in {window:?}")
        Self {
            permits: Arc::new(Semaphore::new(limit)),
            window,
        }
        // end solution
    }

    /// Returns when one more may begin.
    pub async fn acquire(&self) {
        // begin solution
        //~ todo!("wait for room, and take it")
        let permit = self
            .permits
            .acquire()
            .await
            .expect("the semaphore stays open");
        // The permit does not come back by itself, but one window later.
        permit.forget();
        let (permits, window) = (Arc::clone(&self.permits), self.window);
        tokio::spawn(async move {
            sleep(window).await;
            permits.add_permits(1);
        });
        // end solution
    }
}
