//! wrong: the_file_is_removed_before_it_returns
//! says: it took
//!
//! The file is removed by a line, and once more by the destructor, which does
//! not know of that.

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
    scratch.remove(temp.file).await;
    drop(temp);
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    value
}
