//! wrong: the_last_value_is_shown
//! says: the results [0]
//!
//! `has_changed` is an error as soon as the sender is gone.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow_and_update();
        screen.show(value).await;
        if values.has_changed().is_err() || values.changed().await.is_err() {
            return;
        }
    }
}
