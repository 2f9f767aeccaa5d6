//! Background tasks that can be counted, told to stop, and waited for.
//!
//! In Python this is a class with a set and `add_done_callback`.
//!
//!     cargo run --example background_tasks --features util

use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

// ANCHOR: main
#[derive(Default)]
struct BackgroundTasks {
    tracker: TaskTracker,
    stop: CancellationToken,
}

impl BackgroundTasks {
    async fn shutdown(self) {
        self.stop.cancel();
        self.tracker.close();
        self.tracker.wait().await;
    }
}

async fn mail(name: &str, time: u64, stop: CancellationToken) {
    let sending = sleep(Duration::from_millis(time));
    if stop.run_until_cancelled(sending).await.is_some() {
        println!("{name}: sent");
    } else {
        sleep(Duration::from_millis(50)).await;
        println!("{name}: kept for later");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let background = BackgroundTasks::default();
    let BackgroundTasks { tracker, stop } = &background;
    tracker.spawn(mail("ada", 100, stop.clone()));
    tracker.spawn(mail("bob", 10_000, stop.clone()));
    sleep(Duration::from_millis(300)).await;
    println!("still running: {}", tracker.len());
    background.shutdown().await;
    println!("shut down at {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
