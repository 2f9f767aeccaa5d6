//! wrong: a_body_that_is_cut_off_leaves_no_file
//! says: these files are left: [1]
//!
//! The destructor makes a future that would remove the file, and drops it.
//! Nobody polls it.

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
        let _ = (&self.closing, scratch.remove(file));
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
    let value = body(temp.file).await;
    scratch.remove(temp.file).await;
    drop(temp);
    value
}
