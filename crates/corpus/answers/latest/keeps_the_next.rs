//! wrong: what_came_meanwhile_is_skipped
//! says: the results [0, 1
//!
//! Looks when the change comes, and not when the screen is free.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    let mut value = *values.borrow_and_update();
    loop {
        let next = async {
            match values.changed().await {
                Ok(()) => Some(*values.borrow_and_update()),
                Err(_) => None,
            }
        };
        match tokio::join!(screen.show(value), next) {
            ((), Some(next)) => value = next,
            ((), None) => return,
        }
    }
}
