//! Drop the future of A, which stands in a queue before B, and ask again.
//!
//! In Python this is `lock.acquire()`, cancelled and called again.
//!
//!     cargo run --example card_queues

use std::{cell::RefCell, sync::Arc, time::Duration};
use tokio::sync::{Mutex, Notify, RwLock, Semaphore};
use tokio::time::{sleep, timeout};

const STEP: Duration = Duration::from_millis(100);

async fn queue<G, H>(
    what: &str,
    ask: impl AsyncFn() -> G,
    rival: impl AsyncFn() -> H,
    mut free: impl FnMut(),
) {
    let order = RefCell::new(Vec::new());
    let a = async {
        assert!(timeout(STEP / 2, ask()).await.is_err(), "it was ready");
        drop(ask().await);
        order.borrow_mut().push("A");
    };
    let b = async {
        drop(rival().await);
        order.borrow_mut().push("B");
    };
    let later = async {
        sleep(STEP).await;
        free();
        sleep(STEP).await;
        free();
    };
    tokio::join!(biased; a, b, later);
    println!("{what}: {}", order.into_inner().join(" before "));
}

#[tokio::main]
async fn main() {
    let (mutex, rw) = (Mutex::new(()), RwLock::new(()));
    let lock = async || mutex.lock().await;
    let mut held = Some(lock().await);
    queue("Mutex lock", lock, lock, || held = None).await;
    let (read, write) = (async || rw.read().await, async || rw.write().await);
    let mut held = Some(write().await);
    queue("RwLock read", read, write, || held = None).await;
    let mut held = Some(write().await);
    queue("RwLock write", write, write, || held = None).await;
    let [gate, owned] = [0, 0].map(|n| Arc::new(Semaphore::new(n)));
    let ask = async || gate.acquire().await;
    queue("acquire", ask, ask, || gate.add_permits(1)).await;
    let ask = async || owned.clone().acquire_owned().await;
    queue("acquire_owned", ask, ask, || owned.add_permits(1)).await;
    let bell = Notify::new();
    let ask = async || bell.notified().await;
    queue("notified", ask, ask, || bell.notify_one()).await;
}
