//! right
//!
//! The first value counts as unseen.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    values.mark_changed();
    while values.changed().await.is_ok() {
        let value = *values.borrow_and_update();
        screen.show(value).await;
    }
}
