//! wrong: the_file_is_removed_before_it_returns
//! says: never finished
//!
//! `closing.wait()` ends when the tracker is closed and empty. Only the program
//! closes it, at its end, so `with_temp` never returns.

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
    drop(temp);
    closing.wait().await;
    value
}
