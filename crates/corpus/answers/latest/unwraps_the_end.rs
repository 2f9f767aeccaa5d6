//! wrong: the_first_value_is_shown
//! says: RecvError
//!
//! Takes the end for a bug.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow_and_update();
        screen.show(value).await;
        values.changed().await.unwrap();
    }
}
