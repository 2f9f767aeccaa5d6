//! wrong: the_first_value_is_shown
//! says: still at work after an hour
//! says: A loop has no way out
//!
//! Goes on when no more can come.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow_and_update();
        screen.show(value).await;
        let _ = values.changed().await;
    }
}
