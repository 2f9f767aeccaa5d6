//! Ten callers need the same value: one loads it, nine wait for that one.
//!
//! In Python this is a lock around "is it there? then load it".
//!
//!     cargo run --example once_cell

use futures::future::join_all;
use std::{cell::Cell, time::Duration};
use tokio::{
    sync::OnceCell,
    time::{Instant, sleep},
};

// ANCHOR: main
async fn load(loads: &Cell<u32>) -> String {
    loads.set(loads.get() + 1);
    sleep(Duration::from_millis(100)).await;
    "settings".to_owned()
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (settings, loads) = (OnceCell::new(), Cell::new(0));

    let calls = (0..10).map(|_| settings.get_or_init(|| load(&loads)));
    let got = join_all(calls).await;
    println!(
        "{} callers, {} load, {} ms",
        got.len(),
        loads.get(),
        start.elapsed().as_millis()
    );
}
// ANCHOR_END: main
