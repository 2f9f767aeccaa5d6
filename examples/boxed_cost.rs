//! Measure what a call of an async method costs: plain, boxed, in a task.
//!
//! In Python this is `timeit` around an `await`.
//!
//!     cargo run --example boxed_cost --release

use futures::future::{BoxFuture, FutureExt};
use std::{hint::black_box, time::Instant};

const CALLS: u64 = 100_000;

async fn plain(n: u64) -> u64 {
    black_box(n)
}

trait Client {
    fn get(&self, n: u64) -> BoxFuture<'_, u64>;
}

struct Network;

impl Client for Network {
    fn get(&self, n: u64) -> BoxFuture<'_, u64> {
        plain(n).boxed()
    }
}

/// Nanoseconds for each call: the quickest of seven, the median, the slowest.
async fn measure(name: &str, run: impl AsyncFn(u64) -> u64) {
    let mut times = Vec::new();
    for _ in 0..7 {
        let start = Instant::now();
        for n in 0..CALLS {
            black_box(run(n).await);
        }
        times.push(start.elapsed().as_nanos() as f64 / CALLS as f64);
    }
    times.sort_by(f64::total_cmp);
    let [least, middle, most] = [0, 3, 6].map(|i| times[i]);
    println!("{name:6} {middle:6.1} ns ({least:.1} to {most:.1})");
}

#[tokio::main]
async fn main() {
    measure("plain", plain).await;
    let client: Box<dyn Client> = black_box(Box::new(Network));
    measure("dyn", async |n| client.get(n).await).await;
    let task = async |n| tokio::spawn(plain(n)).await.unwrap_or_default();
    measure("task", task).await;
}
