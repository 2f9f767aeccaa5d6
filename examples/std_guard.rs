//! A std guard across an await: the second branch blocks the thread that the
//! first one needs to go on.
//!
//! In Python this is a `threading.Lock` held over an `await`.
//!
//!     cargo run --example std_guard

use std::{
    sync::{Mutex, mpsc},
    thread,
    time::Duration,
};
use tokio::{join, time::sleep};

// ANCHOR: add
#[allow(clippy::await_holding_lock)] // Clippy finds it; rustc does not.
async fn add(value: &Mutex<u32>) {
    let mut value = value.lock().expect("nobody panics");
    sleep(Duration::from_millis(10)).await;
    *value += 1;
}

#[tokio::main(flavor = "current_thread")]
async fn both() -> u32 {
    let value = Mutex::new(0);
    join!(add(&value), add(&value)); // No task, so no `Send` is asked for.
    value.into_inner().expect("nobody panics")
}
// ANCHOR_END: add

fn main() {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || tx.send(both()));
    match rx.recv_timeout(Duration::from_millis(500)) {
        Ok(value) => println!("value {value}"),
        Err(_) => println!("after 500 ms its thread is still blocked"),
    }
}
