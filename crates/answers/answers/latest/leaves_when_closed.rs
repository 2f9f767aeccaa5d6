//! wrong: the_last_value_is_shown
//! says: the results [0]
//!
//! The value 9 comes at 50 ms, then the sender goes, and the screen is busy
//! until 100 ms. At that moment you ask a question that is an error as soon as
//! the sender is gone, seen or unseen. Which question tells of the last change
//! first?

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
