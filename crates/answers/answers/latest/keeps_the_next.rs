//! wrong: what_came_meanwhile_is_skipped
//! says: the results [0, 1
//!
//! The values shown are 0, 1, 3, 6 and 9: each was looked at during the show
//! before it, as soon as there was a change, while the screen was still busy.
//! At 100 ms the value is 3: when would you have to look to see that?

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
