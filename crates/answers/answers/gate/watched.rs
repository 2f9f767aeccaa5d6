//! right
//!
//! A state that could change again.

use tokio::sync::watch;

#[derive(Default)]
pub struct Gate {
    open: watch::Sender<bool>,
}

impl Gate {
    pub fn open(&self) {
        self.open.send_replace(true);
    }

    pub async fn pass(&self) {
        let mut open = self.open.subscribe();
        let _ = open.wait_for(|open| *open).await;
    }
}
