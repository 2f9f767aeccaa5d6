//! wrong: all_who_wait_pass
//! says: never finished
//!
//! One worker passes at 105 ms, and the other two wait for ever: the opening
//! reached one of three. Who should hear it? And what will somebody hear who
//! comes an hour later?

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
