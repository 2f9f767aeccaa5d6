//! wrong: what_came_meanwhile_is_skipped
//! says: dropped before its end
//!
//! A new value cancels the one that is being shown.

use lab::Screen;
use tokio::sync::watch;

pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    loop {
        let value = *values.borrow_and_update();
        let shown = tokio::select! {
            biased;
            () = screen.show(value) => true,
            changed = values.changed() => {
                if changed.is_err() {
                    screen.show(value).await;
                    return;
                }
                false
            }
        };
        if shown && values.changed().await.is_err() {
            return;
        }
    }
}
