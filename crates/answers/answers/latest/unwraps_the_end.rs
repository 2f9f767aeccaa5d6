//! wrong: the_first_value_is_shown
//! says: RecvError
//!
//! The value is shown, and then the program panics with a RecvError. The sender
//! was gone, so no change can come any more: that is the end of the values, and
//! no bug. What should your function do when it hears that?

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow_and_update();
        screen.show(value).await;
        values.changed().await.unwrap();
    }
}
