//! What is asked for nothing: no time, no room, no branch, no future.
//!
//! In Python `sleep(0)` and `Queue(0)` are fine, and `wait([])` raises.
//!
//!     cargo run --example panics_nothing

use futures::{
    FutureExt as _, future::Ready, future::select_all, future::select_ok,
};
use std::{future::ready, panic::AssertUnwindSafe, panic::set_hook};
use tokio::sync::{Semaphore, broadcast, mpsc};
use tokio::time::{Duration, interval};

/// Awaits what panics, and prints what it says.
async fn says(what: &str, call: impl Future<Output = ()>) {
    if let Err(panic) = AssertUnwindSafe(call).catch_unwind().await {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        println!("{what}: {}", text.unwrap_or("?"));
    }
}

async fn no_branch(on: bool) {
    tokio::select! {
        () = ready(()), if on => {}
    }
}

#[tokio::main]
async fn main() {
    set_hook(Box::new(|_| {})); // It would print all of it a second time.

    let none: Vec<Ready<u32>> = Vec::new();
    says("interval", async { drop(interval(Duration::ZERO)) }).await;
    says("mpsc", async { drop(mpsc::channel::<u32>(0)) }).await;
    says("broadcast", async { drop(broadcast::channel::<u32>(0)) }).await;
    says("select!", no_branch(false)).await;
    says("select_all", async { drop(select_all(none).await) }).await;
    let none: Vec<Ready<Result<u32, u32>>> = Vec::new();
    says("select_ok", async { drop(select_ok(none).await) }).await;

    let free = Semaphore::new(0).try_acquire().is_ok();
    println!("a semaphore with no permit is fine; one is free: {free}");
}
