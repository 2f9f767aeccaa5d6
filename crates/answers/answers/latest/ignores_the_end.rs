//! wrong: the_first_value_is_shown
//! says: still at work after an hour
//! says: A loop has no way out
//!
//! The value is shown again and again, for an hour. When the sender is gone,
//! the wait for a change ends at once, with an error, and your loop takes it
//! for a change. What does that error say?

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow_and_update();
        screen.show(value).await;
        let _ = values.changed().await;
    }
}
