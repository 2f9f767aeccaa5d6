//! wrong: the_first_value_is_shown
//! says: the results []
//!
//! Nothing is shown: your function waits for a change before its first look.
//! The value was there from the beginning, and it never changes. What comes
//! first?

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    while values.changed().await.is_ok() {
        let value = *values.borrow_and_update();
        screen.show(value).await;
    }
}
