//! wrong: all_who_wait_pass
//! says: somebody did
//! says: there before anybody opens
//!
//! The workers pass at 0, 20 and 60 ms, as soon as they come, and the gate
//! opens at 105 ms. What they wait for is there from the beginning, and whoever
//! has used it gives it back. What should be there before anybody opens?

use tokio::sync::Semaphore;

pub struct Gate {
    open: Semaphore,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            open: Semaphore::new(1),
        }
    }
}

impl Gate {
    pub fn open(&self) {
        self.open.add_permits(1);
    }

    pub async fn pass(&self) {
        let _permit = self.open.acquire().await;
    }
}
