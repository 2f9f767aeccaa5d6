//! right
//!
//! No permits, and an end.

use tokio::sync::Semaphore;

pub struct Gate {
    open: Semaphore,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            open: Semaphore::new(0),
        }
    }
}

impl Gate {
    pub fn open(&self) {
        self.open.close();
    }

    pub async fn pass(&self) {
        let _ = self.open.acquire().await;
    }
}
