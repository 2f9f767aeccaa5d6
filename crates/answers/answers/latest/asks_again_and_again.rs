//! wrong: nothing_is_shown_twice
//! says: the results [5, 5, 5
//!
//! The value 5 is shown five times, until the sender is gone. Your loop asks
//! whether more can come, and shows what is there, new or not. What could it
//! wait for between two looks?

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    let first = *values.borrow_and_update();
    screen.show(first).await;
    while values.has_changed().is_ok() {
        let value = *values.borrow_and_update();
        screen.show(value).await;
    }
}
