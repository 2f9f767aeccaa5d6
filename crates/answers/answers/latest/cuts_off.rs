//! wrong: what_came_meanwhile_is_skipped
//! says: dropped before its end
//!
//! Each new value drops the one that is being shown: the timeline shows nine of
//! them cut off after 30 ms, and only the last one, 9, is shown to its end. A
//! value that is being shown shall be shown to its end. When is the moment to
//! look for the next?

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
