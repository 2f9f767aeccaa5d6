//! wrong: all_who_wait_pass
//! says: nobody passes before 105 ms
//! says: there before anybody opens
//!
//! A semaphore that has its permit from the start.

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
