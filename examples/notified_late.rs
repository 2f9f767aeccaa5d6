//! Between the look and the wait there is an await: a change falls into it.
//!
//! In Python this is a `wait()` outside the lock of its look.
//!
//!     cargo run --example notified_late

use std::{cell::Cell, time::Duration};
use tokio::{
    join,
    sync::Notify,
    time::{error::Elapsed, sleep, timeout},
};

struct Shop {
    open: Cell<bool>,
    changed: Notify,
}

async fn read_the_news() {
    sleep(Duration::from_millis(100)).await;
}

// ANCHOR: wait
async fn late(shop: &Shop) {
    while !shop.open.get() {
        read_the_news().await;
        shop.changed.notified().await;
    }
}

async fn early(shop: &Shop) {
    loop {
        let changed = shop.changed.notified();
        if shop.open.get() {
            return;
        }
        read_the_news().await;
        changed.await;
    }
}
// ANCHOR_END: wait

async fn patient(wait: impl Future<Output = ()>) -> Result<(), Elapsed> {
    timeout(Duration::from_secs(1), wait).await
}

#[tokio::main]
async fn main() {
    let (open, changed) = (Cell::new(false), Notify::new());
    let shop = Shop { open, changed };
    let open = async {
        sleep(Duration::from_millis(50)).await;
        shop.open.set(true);
        shop.changed.notify_waiters();
    };
    let (late, early, ()) =
        join!(patient(late(&shop)), patient(early(&shop)), open);
    println!("after the look:  {late:?}");
    println!("before the look: {early:?}");
}
