//! A future that is polled while others wait lets its lock go again.
//!
//! In Python this is how it always is: tasks run by themselves.
//!
//!     cargo run --example futurelock_fixed

use std::{pin::pin, time::Duration};
use tokio::{
    select,
    sync::Mutex,
    time::{Instant, sleep, timeout},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn write(what: &str, file: &Mutex<Vec<String>>) {
    let mut lines = file.lock().await;
    sleep(ms(100)).await;
    lines.push(what.to_owned());
}

// ANCHOR: both
async fn in_a_hurry(file: &Mutex<Vec<String>>) {
    let mut first = pin!(write("first", file));
    select! {
        () = &mut first => {}
        () = sleep(ms(50)) => {
            tokio::join!(write("urgent", file), first);
        }
    }
}
// ANCHOR_END: both

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
