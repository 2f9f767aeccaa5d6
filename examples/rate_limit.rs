//! At most ten calls in any second: each permit stays away for a second.
//!
//! In Python this is a semaphore and `loop.call_later(1, semaphore.release)`.
//!
//!     cargo run --example rate_limit

use futures::future::join_all;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::{
    sync::Semaphore,
    time::{Instant, sleep},
};

struct RateLimiter {
    permits: Arc<Semaphore>,
    window: Duration,
}

impl RateLimiter {
    fn new(calls: usize, window: Duration) -> Self {
        let permits = Arc::new(Semaphore::new(calls));
        Self { permits, window }
    }

    async fn wait(&self) {
        let permit = self
            .permits
            .acquire()
            .await
            .expect("the semaphore is never closed");
        permit.forget(); // No drop: the permit does not come back by itself.
        tokio::spawn(give_back(self.window, self.permits.clone()));
    }
}

// ANCHOR: give_back
/// `loop.call_later` is a task that sleeps first.
async fn give_back(later: Duration, permits: Arc<Semaphore>) {
    sleep(later).await;
    permits.add_permits(1);
}
// ANCHOR_END: give_back

async fn call(limiter: &RateLimiter) -> Instant {
    limiter.wait().await;
    Instant::now()
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let limiter = RateLimiter::new(10, Duration::from_secs(1));

    let calls = join_all((1..=25).map(|_| call(&limiter))).await;
    let mut seconds = BTreeMap::new();
    for at in calls {
        *seconds.entry((at - start).as_secs()).or_insert(0) += 1;
    }
    for (second, calls) in seconds {
        println!("second {second}: {calls} calls");
    }
}
