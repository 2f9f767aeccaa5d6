//! wrong: what_came_meanwhile_is_skipped
//! says: the results [0, 1, 2, 3
//!
//! Every value is shown, from 0 to 9, and the last one at 900 ms, long after it
//! came. What arrives meanwhile is kept, as in a queue. Which of them is worth
//! showing when the screen is free again?

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
