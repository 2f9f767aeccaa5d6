//! wrong: nothing_is_shown_twice
//! says: the results [5, 5, 5
//!
//! Looks after each show, changed or not.

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
