//! Spawning needs a runtime; a thread of your own is outside of it.
//!
//! In Python this is `create_task` in a thread, and
//! `run_coroutine_threadsafe`.
//!
//!     cargo run --example outside

use std::{thread, time::Duration};
use tokio::{runtime::Handle, time::sleep};

async fn hello(name: &str) {
    sleep(Duration::from_millis(10)).await;
    println!("hello, {name}");
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let lost = thread::spawn(|| {
        let future = hello("lost"); // this can be made anywhere
        tokio::spawn(future);
    });
    if let Err(panic) = lost.join() {
        let text = panic.downcast_ref::<String>();
        println!("panic: {text:?}");
    }

    let runtime = Handle::current();
    let found = thread::spawn(move || {
        runtime.spawn(hello("found"));
    });
    println!("found: panic {}", found.join().is_err());
    sleep(Duration::from_millis(30)).await;
}
// ANCHOR_END: main
