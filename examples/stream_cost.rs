//! Measure what one item costs on its way through a stream.
//!
//! In Python this is `time.perf_counter()` around an `async for`.
//!
//!     cargo run --example stream_cost --release --features streams

use async_stream::stream;
use futures::{Stream, StreamExt, stream};
use std::{hint::black_box, pin::pin, time::Instant};
use tokio::sync::mpsc;

const ITEMS: u64 = 1_000_000;

async fn drain(items: impl Stream<Item = u64>) {
    let mut items = pin!(items);
    while let Some(item) = items.next().await {
        black_box(item);
    }
}

async fn fill(tx: mpsc::Sender<u64>) {
    for item in 0..ITEMS {
        let _ = tx.send(item).await;
    }
}

/// Nanoseconds for each item: the quickest of seven, the median, the slowest.
async fn measure(name: &str, run: impl AsyncFn()) {
    let mut times = Vec::new();
    for _ in 0..7 {
        let start = Instant::now();
        run().await;
        times.push(start.elapsed().as_nanos() as f64 / ITEMS as f64);
    }
    times.sort_by(f64::total_cmp);
    let [least, middle, most] = [0, 3, 6].map(|i| times[i]);
    println!("{name:9} {middle:6.1} ns ({least:.1} to {most:.1})");
}

#[tokio::main]
async fn main() {
    let all = || stream::iter(0..ITEMS);
    measure("for", async || (0..ITEMS).for_each(|i| _ = black_box(i))).await;
    measure("iter", async || drain(all()).await).await;
    measure("boxed", async || drain(all().boxed()).await).await;
    let next = async |i| (i < ITEMS).then_some((i, i + 1));
    measure("unfold", async || drain(stream::unfold(0, next)).await).await;
    let count = || stream! { for i in 0..ITEMS { yield i; } };
    measure("stream!", async || drain(count()).await).await;
    measure("channel", async || {
        let (tx, mut rx) = mpsc::channel(100);
        tokio::spawn(fill(tx));
        drain(stream::poll_fn(move |cx| rx.poll_recv(cx))).await;
    })
    .await;
}
