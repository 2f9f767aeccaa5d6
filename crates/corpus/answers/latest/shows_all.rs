//! wrong: what_came_meanwhile_is_skipped
//! says: the results [0, 1, 2, 3
//!
//! Keeps what came meanwhile, as a queue would.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    let (tx, mut rx) = tokio::sync::mpsc::unbounded_channel();
    let collect = async move {
        loop {
            let value = *values.borrow_and_update();
            tx.send(value).unwrap();
            if values.changed().await.is_err() {
                break;
            }
        }
    };
    let show = async {
        while let Some(value) = rx.recv().await {
            screen.show(value).await;
        }
    };
    tokio::join!(collect, show);
}
