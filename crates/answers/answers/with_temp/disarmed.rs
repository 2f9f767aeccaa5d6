//! right
//!
//! The guard gives the handle of the removal, or spawns it when it is dropped.

use lab::Scratch;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

struct Temp {
    scratch: Scratch,
    closing: TaskTracker,
    file: Option<u32>,
}

impl Temp {
    fn remove(&mut self) -> Option<JoinHandle<()>> {
        let (scratch, file) = (self.scratch.clone(), self.file.take()?);
        let removal = async move { scratch.remove(file).await };
        Some(self.closing.spawn(removal))
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        self.remove();
    }
}

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let mut temp = Temp {
        scratch: scratch.clone(),
        closing: closing.clone(),
        file: Some(scratch.create().await),
    };
    let value = body(temp.file.unwrap_or_default()).await;
    if let Some(removal) = temp.remove() {
        let _ = removal.await;
    }
    value
}
