//! wrong: nothing_is_shown_twice
//! says: the results [5, 5]
//! says: came more than once
//!
//! `borrow` does not mark the value as seen.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow();
        screen.show(value).await;
        if values.changed().await.is_err() {
            return;
        }
    }
}
