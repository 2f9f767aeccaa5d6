//! Four ways to give up waiting and write something else first; one hangs.
//!
//! In Python all four end: what waits for the lock is a task.
//!
//!     cargo run --example futurelocks

use std::{pin::pin, sync::Arc, time::Duration};
use tokio::{sync::Mutex, time};

const SHORT: Duration = Duration::from_millis(50);
type File = Arc<Mutex<u32>>;

async fn write(file: File) {
    let mut lines = file.lock().await;
    time::sleep(Duration::from_millis(100)).await;
    *lines += 1;
}

// ANCHOR: four
async fn a(file: File) {
    tokio::select! {
        () = write(file.clone()) => {}
        () = time::sleep(SHORT) => write(file).await,
    }
}

async fn b(file: File) {
    let mut first = tokio::spawn(write(file.clone()));
    if time::timeout(SHORT, &mut first).await.is_err() {
        write(file).await;
    }
}

async fn c(file: File) {
    let mut first = pin!(write(file.clone()));
    if time::timeout(SHORT, &mut first).await.is_err() {
        write(file).await;
    }
}

async fn d(file: File) {
    if time::timeout(SHORT, write(file.clone())).await.is_err() {
        write(file).await;
    }
}
// ANCHOR_END: four

async fn check(name: &str, snippet: impl AsyncFnOnce(File)) {
    let file = File::default();
    tokio::spawn(write(file.clone())); // somebody was here before
    tokio::task::yield_now().await;
    let end = time::timeout(Duration::from_millis(1000), snippet(file)).await;
    println!("{name} {}", if end.is_ok() { "ends" } else { "hangs" });
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    check("a", a).await;
    check("b", b).await;
    check("c", c).await;
    check("d", d).await;
}
