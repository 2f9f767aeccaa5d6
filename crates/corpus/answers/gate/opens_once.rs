//! wrong: it_may_be_opened_twice
//! says: panicked
//! says: SetOnceError
//!
//! Takes the second opening for a bug.

use tokio::sync::SetOnce;

#[derive(Default)]
pub struct Gate {
    open: SetOnce<()>,
}

impl Gate {
    pub fn open(&self) {
        self.open.set(()).unwrap();
    }

    pub async fn pass(&self) {
        self.open.wait().await;
    }
}
