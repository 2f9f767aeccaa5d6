//! The latest value: what came between two looks is skipped.

use lab::Screen;
use tokio::sync::watch;

/// Shows the value that is there, and then, whenever there is a new one, the
/// latest; none twice. Returns when no more can come and the last is shown.
pub async fn follow(mut values: watch::Receiver<u32>, screen: &Screen) {
    // begin solution
    //~ // TODO: `screen.show(value)` takes 100 ms, and values come and go.
    //~ todo!("{:?} on {screen:?}", values.borrow_and_update())
    loop {
        let value = *values.borrow_and_update();
        screen.show(value).await;
        if values.changed().await.is_err() {
            return;
        }
    }
    // end solution
}
