//! wrong: nothing_is_shown_twice
//! says: the results [5, 5]
//! says: came more than once
//!
//! The value 5 is shown twice, at 0 and at 100 ms, and nobody changed it in
//! between. To look is one thing, to tell the receiver that you have seen it is
//! another. Which of the two did you do?

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
