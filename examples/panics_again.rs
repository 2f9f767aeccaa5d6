//! What is used a second time, or is in use already, and says so.
//!
//! In Python it is "cannot reuse already awaited coroutine"; tasks may be
//! awaited again.
//!
//!     cargo run --example panics_again

use futures::FutureExt as _;
use std::{cell::RefCell, panic::AssertUnwindSafe, panic::set_hook};
use tokio::{sync::oneshot, task::yield_now, task_local};

task_local! {
    static USER: &'static str;
}

/// Awaits what panics, and prints what it says.
async fn says(call: impl Future<Output = ()>) {
    if let Err(panic) = AssertUnwindSafe(call).catch_unwind().await {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        println!("{}", text.unwrap_or("?"));
    }
}

#[allow(clippy::await_holding_refcell_ref)] // Clippy finds it.
async fn change(shared: &RefCell<u32>) {
    let mut n = shared.borrow_mut();
    yield_now().await; // It is borrowed meanwhile.
    *n += 1;
}

#[tokio::main]
async fn main() {
    set_hook(Box::new(|_| {})); // It would print all of it a second time.

    let mut task = tokio::spawn(async { 7 });
    println!("the first time: {:?}", (&mut task).await.ok());
    says(async { drop((&mut task).await) }).await;

    let (sender, mut answer) = oneshot::channel();
    println!("sent: {:?}", sender.send(7));
    println!("the first time: {:?}", (&mut answer).await);
    says(async { drop((&mut answer).await) }).await;

    let shared = RefCell::new(0);
    says(async {
        tokio::join!(change(&shared), change(&shared));
    })
    .await;

    says(async { println!("{}", USER.get()) }).await; // No `USER.scope(..)`.
}
