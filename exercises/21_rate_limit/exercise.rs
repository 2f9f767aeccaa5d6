//! Let so many begin in any stretch of time, however long they take.

use std::time::Duration;

pub struct RateLimiter {
    // TODO: what has to be remembered.
}

impl RateLimiter {
    /// At most `limit` in every `window`, wherever the window begins.
    pub fn new(limit: usize, window: Duration) -> Self {
        todo!("{limit} in {window:?}")
    }

    /// Returns when one more may begin.
    pub async fn acquire(&self) {
        todo!("wait for room, and take it")
    }
}
