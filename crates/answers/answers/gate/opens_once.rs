//! wrong: it_may_be_opened_twice
//! says: panicked
//! says: SetOnceError
//!
//! The gate is opened a second time, and that panics: the error says that it
//! was open already. Is that a bug of whoever opens? What is there to do when
//! it is open?

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
