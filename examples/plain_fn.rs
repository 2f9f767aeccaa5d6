//! A plain function that returns a future runs its own lines at the call.
//!
//! In Python this is a `def` that returns a coroutine object.
//!
//!     cargo run --example plain_fn

use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
async fn serve(dish: &str, start: Instant) {
    println!("{dish} served at {} ms", start.elapsed().as_millis());
}

fn order_tea(start: Instant) -> impl Future<Output = ()> {
    println!("tea ordered at {} ms", start.elapsed().as_millis());
    serve("tea", start)
}

async fn order_cake(start: Instant) {
    println!("cake ordered at {} ms", start.elapsed().as_millis());
    serve("cake", start).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let tea = order_tea(start);
    let cake = order_cake(start);

    sleep(Duration::from_millis(50)).await;
    tea.await;
    cake.await;
}
// ANCHOR_END: main
