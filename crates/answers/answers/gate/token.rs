//! right
//!
//! A token whose name says something else.

use tokio_util::sync::CancellationToken;

#[derive(Default)]
pub struct Gate {
    open: CancellationToken,
}

impl Gate {
    pub fn open(&self) {
        self.open.cancel();
    }

    pub async fn pass(&self) {
        self.open.cancelled().await;
    }
}
