//! wrong: a_removal_that_is_cut_off_goes_on
//! says: these files are left: [1]
//!
//! The guard is disarmed, and then the file is removed in place. Dropped in
//! that moment, nobody removes it. Until when does the guard have to know of
//! the file?

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
        self.closing
            .spawn(async move { scratch.remove(file).await });
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
    let file = temp.file;
    std::mem::forget(temp);
    scratch.remove(file).await;
    value
}
