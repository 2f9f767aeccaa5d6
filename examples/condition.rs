//! Customers wait until there is enough for them in stock.
//!
//! In Python this is `asyncio.Condition`.
//!
//!     cargo run --example condition

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    sync::Notify,
    task::JoinError,
    time::{Instant, sleep},
};

// ANCHOR: shop
#[derive(Default)]
struct Shop {
    stock: Mutex<u32>,
    changed: Notify,
}

fn deliver(shop: &Shop) {
    *shop.stock.lock().expect("nobody panics") += 1;
    shop.changed.notify_waiters();
}

async fn take(want: u32, shop: Arc<Shop>) -> Instant {
    loop {
        let changed = shop.changed.notified(); // Before the look.
        {
            let mut stock = shop.stock.lock().expect("nobody panics");
            if *stock >= want {
                *stock -= want;
                return Instant::now();
            }
        }
        changed.await;
    }
}
// ANCHOR_END: shop

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let shop = Arc::<Shop>::default();
    let three = tokio::spawn(take(3, shop.clone()));
    let one = tokio::spawn(take(1, shop.clone()));

    for _ in 0..4 {
        sleep(Duration::from_millis(100)).await;
        deliver(&shop);
    }
    for (want, task) in [(3, three), (1, one)] {
        println!("{want} at {} ms", (task.await? - start).as_millis());
    }
    Ok(())
}
