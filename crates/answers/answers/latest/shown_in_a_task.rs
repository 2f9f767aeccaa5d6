//! right
//!
//! The loop in a task.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    let screen = screen.clone();
    let task = tokio::spawn(async move {
        loop {
            let value = *values.borrow_and_update();
            screen.show(value).await;
            if values.changed().await.is_err() {
                break;
            }
        }
    });
    task.await.expect("it does not panic");
}
