//! wrong: the_file_is_removed_before_it_returns
//! says: these files are left: [1]
//!
//! The destructor spawns the removal, and `with_temp` returns at once. On the
//! normal way somebody can wait for it, and should.

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
    body(temp.file).await
}
