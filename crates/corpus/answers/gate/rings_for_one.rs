//! wrong: all_who_wait_pass
//! says: never finished
//!
//! One of three hears it.

use tokio::sync::Notify;

#[derive(Default)]
pub struct Gate {
    bell: Notify,
}

impl Gate {
    pub fn open(&self) {
        self.bell.notify_one();
    }

    pub async fn pass(&self) {
        self.bell.notified().await;
    }
}
