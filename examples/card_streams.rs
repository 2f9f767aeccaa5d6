//! Drop what waits for a stream or a sink, and ask again.
//!
//! In Python this is a cancelled `anext(items)`, or a cancelled loop.
//!
//!     cargo run --example card_streams --features streams

use async_stream::stream;
use futures::{Sink, SinkExt, Stream, TryStreamExt, channel::mpsc, stream};
use futures::{StreamExt, future::ready, stream::BoxStream};
use std::{pin::pin, time::Duration};
use tokio::time::{sleep, timeout};

async fn slow(n: u32) -> u32 {
    sleep(Duration::from_millis(200)).await;
    n
}

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

fn slowly() -> BoxStream<'static, u32> {
    stream::iter(1..=3).then(slow).boxed()
}

fn generator() -> impl Stream<Item = u32> {
    stream! { for n in 1..=3 { yield slow(n).await; } }
}

/// A sink that has no room until something is received.
async fn full() -> (impl Sink<u32> + Unpin, mpsc::Receiver<u32>) {
    let (mut tx, rx) = mpsc::channel(0);
    let _ = tx.feed(0).await;
    (tx, rx)
}

#[tokio::main]
async fn main() {
    let mut items = pin!(generator());
    given_up(items.next()).await;
    println!("next: then {:?}", items.next().await);

    let mut items = slowly();
    given_up(items.by_ref().fold(0, |sum, n| ready(sum + n))).await;
    let all = items.by_ref().map(Ok::<u32, ()>);
    println!("fold: left {:?}", all.try_collect::<Vec<_>>().await);

    let (mut sink, rx) = full().await;
    given_up(sink.send(1)).await;
    drop(sink);
    println!("send: arrived {:?}", rx.collect::<Vec<_>>().await);

    let (sink, rx) = full().await;
    let mut items = stream::iter(1..=3).map(Ok);
    given_up(items.by_ref().forward(sink)).await;
    let left: Result<Vec<u32>, _> = items.try_collect().await;
    println!("forward: left {:?}", left.ok());
    println!("forward: arrived {:?}", rx.collect::<Vec<_>>().await);
}
