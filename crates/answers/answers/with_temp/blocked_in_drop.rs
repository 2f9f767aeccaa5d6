//! hangs: the_file_is_removed_before_it_returns
//! says: has held its thread
//!
//! The destructor waits for the removal and blocks the thread that would have
//! to run its timer. A destructor cannot wait.

use lab::Scratch;
use tokio_util::task::TaskTracker;

struct Temp {
    scratch: Scratch,
    closing: TaskTracker,
    file: u32,
}

impl Drop for Temp {
    fn drop(&mut self) {
        let (scratch, file) = (self.scratch.clone(), self.file);
        let _ = &self.closing;
        futures::executor::block_on(scratch.remove(file));
    }
}

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let temp = Temp {
        scratch: scratch.clone(),
        closing: closing.clone(),
        file: scratch.create().await,
    };
    body(temp.file).await
}
