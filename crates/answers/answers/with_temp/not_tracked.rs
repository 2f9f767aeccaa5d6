//! wrong: a_body_that_is_cut_off_leaves_no_file
//! says: these files are left: [1]
//!
//! A task removes the file, and nobody waits for that task: at the end of the
//! program it is dropped in the middle. Which tasks does the program wait for?

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
        tokio::spawn(async move { scratch.remove(file).await });
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
