//! Drop the futures of a queue, and see what is still there.
//!
//! In Python this is `queue.get()` and `queue.put(x)`, cancelled.
//!
//!     cargo run --example card_channels

use std::time::Duration;
use tokio::{sync::mpsc, time::timeout};

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (tx, mut rx) = mpsc::channel(2);
    given_up(rx.recv()).await;
    tx.send("a").await?;
    println!("recv: then {:?}", rx.recv().await);

    let mut items = Vec::new();
    given_up(rx.recv_many(&mut items, 2)).await;
    tx.send("b").await?;
    rx.recv_many(&mut items, 2).await;
    println!("recv_many: then {items:?}");

    tx.send("c").await?;
    tx.send("d").await?;
    given_up(tx.reserve()).await;
    given_up(tx.send("e")).await;
    given_up(tx.send_timeout("f", Duration::from_millis(100))).await;
    let back = tx.send_timeout("g", Duration::from_millis(10)).await;
    println!("send_timeout, not dropped: {back:?}");
    rx.recv_many(&mut items, 9).await;
    println!("send, send_timeout: {items:?} arrived, {:?}", rx.try_recv());
    println!("reserve: free again: {} slots", tx.capacity());

    given_up(tx.closed()).await;
    drop(rx);
    println!("closed: then {:?}", tx.closed().await);
    Ok(())
}
