//! A future that is kept, and not polled, stands first in a lock's queue.
//!
//! In Python this cannot happen: what stands in the queue is a task.
//!
//!     cargo run --example futurelock

use std::{pin::pin, time::Duration};
use tokio::{
    select,
    sync::Mutex,
    time::{Instant, sleep, timeout},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

// ANCHOR: write
async fn write(what: &str, file: &Mutex<Vec<String>>) {
    let mut lines = file.lock().await;
    sleep(ms(100)).await;
    lines.push(what.to_owned());
}
// ANCHOR_END: write

// ANCHOR: both
async fn in_a_hurry(file: &Mutex<Vec<String>>) {
    let mut first = pin!(write("first", file));
    select! {
        () = &mut first => {}
        () = sleep(ms(50)) => {
            write("urgent", file).await;
            first.await;
        }
    }
}
// ANCHOR_END: both

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let file = Mutex::new(Vec::new());
    let both = async {
        tokio::join!(biased; write("earlier", &file), in_a_hurry(&file));
    };
    let end = timeout(ms(500), both).await;
    println!("{end:?} after {} ms", start.elapsed().as_millis());
    println!("{:?}", file.into_inner());
}
// ANCHOR_END: main
