//! Drop the future of A, which stands in a queue before B, and ask again.
//!
//! In Python this is `lock.acquire()`, cancelled and called again.
//!
//!     cargo run --example card_queues

use std::{cell::RefCell, sync::Arc, time::Duration};
use tokio::{sync::*, time::*};

static MUTEX: Mutex<()> = Mutex::const_new(());
static RW: RwLock<()> = RwLock::const_new(());
static GATE: Semaphore = Semaphore::const_new(0);
static BELL: Notify = Notify::const_new();
const STEP: Duration = Duration::from_millis(20);

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
    let lock = async || MUTEX.lock().await;
    let mut held = Some(lock().await);
    queue("Mutex lock", lock, lock, || held = None).await;
    let (read, write) = (async || RW.read().await, async || RW.write().await);
    let mut held = Some(write().await);
    queue("RwLock read", read, write, || held = None).await;
    let mut held = Some(write().await);
    queue("RwLock write", write, write, || held = None).await;
    let acquire = async || GATE.acquire().await;
    let open = || GATE.add_permits(1);
    queue("Semaphore acquire", acquire, acquire, open).await;
    let gate = Arc::new(Semaphore::new(0));
    let owned = async || gate.clone().acquire_owned().await;
    queue("acquire_owned", owned, owned, || gate.add_permits(1)).await;
    let notified = async || BELL.notified().await;
    queue("Notify notified", notified, notified, || BELL.notify_one()).await;
}
