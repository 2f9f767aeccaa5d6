//! right
//!
//! A guard that spawns, and a oneshot that tells.

use lab::Scratch;
use tokio::sync::oneshot::{self, Sender};
use tokio_util::task::TaskTracker;

struct Temp {
    scratch: Scratch,
    closing: TaskTracker,
    file: u32,
    gone: Option<Sender<()>>,
}

impl Drop for Temp {
    fn drop(&mut self) {
        let (scratch, file) = (self.scratch.clone(), self.file);
        let gone = self.gone.take();
        self.closing.spawn(async move {
            scratch.remove(file).await;
            gone.map(|gone| gone.send(()))
        });
    }
}

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let (gone, removed) = oneshot::channel();
    let temp = Temp {
        file: scratch.create().await,
        scratch: scratch.clone(),
        closing: closing.clone(),
        gone: Some(gone),
    };
    let value = body(temp.file).await;
    drop(temp);
    let _ = removed.await;
    value
}
