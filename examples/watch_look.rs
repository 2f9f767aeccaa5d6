//! A look at a watch that lasts over an await, and a send on the same thread.
//!
//! In Python this is a `threading.Lock` held over an `await`.
//!
//!     cargo run --example watch_look

use std::{sync::mpsc, thread, time::Duration};
use tokio::{join, sync::watch, time::sleep};

// ANCHOR: look
#[tokio::main(flavor = "current_thread")]
async fn both() -> u32 {
    let (tx, rx) = watch::channel(1);
    let look = async {
        let level = rx.borrow(); // The guard of a lock.
        sleep(Duration::from_millis(50)).await;
        *level
    };
    let change = async {
        sleep(Duration::from_millis(10)).await;
        tx.send_replace(2); // Waits for the guard, and blocks its thread.
    };
    let (level, ()) = join!(look, change);
    level
}
// ANCHOR_END: look

fn main() {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || tx.send(both()));
    match rx.recv_timeout(Duration::from_millis(500)) {
        Ok(level) => println!("level {level}"),
        Err(_) => println!("after 500 ms its thread is still blocked"),
    }
}
