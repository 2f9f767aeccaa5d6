//! Drop the futures of channels, and see what is still there.
//!
//! In Python this is `queue.get()` and `queue.put(x)`, cancelled.
//!
//!     cargo run --example card_channels

use std::time::Duration;
use tokio::{
    sync::{broadcast, mpsc, oneshot, watch},
    time::timeout,
};

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (tx, mut rx) = mpsc::channel(2);
    given_up(rx.recv()).await;
    tx.send("a").await?;
    println!("mpsc recv: then {:?}", rx.recv().await);

    let mut items = Vec::new();
    given_up(rx.recv_many(&mut items, 2)).await;
    tx.send("b").await?;
    rx.recv_many(&mut items, 2).await;
    println!("mpsc recv_many: then {items:?}");

    tx.send("c").await?;
    tx.send("d").await?;
    given_up(tx.reserve()).await;
    given_up(tx.send("e")).await;
    rx.recv_many(&mut items, 9).await;
    println!("mpsc send: {items:?} arrived, and {:?}", rx.try_recv());
    println!("mpsc reserve: free again: {} slots", tx.capacity());

    let (tx, mut rx) = oneshot::channel();
    given_up(&mut rx).await;
    tx.send("a")?;
    println!("&mut oneshot: then {:?}", rx.await?);

    let (tx, mut rx) = broadcast::channel(2);
    given_up(rx.recv()).await;
    tx.send("a")?;
    println!("broadcast recv: then {:?}", rx.recv().await?);

    let (tx, mut rx) = watch::channel(0);
    given_up(rx.changed()).await;
    tx.send(1)?;
    rx.changed().await?;
    println!("watch changed: then {}", *rx.borrow());
    tx.send(2)?;
    given_up(rx.wait_for(|n| *n == 3)).await;
    println!("watch wait_for: 2 is still unseen: {}", rx.has_changed()?);
    tx.send(3)?;
    println!("watch wait_for: then {}", *rx.wait_for(|n| *n == 3).await?);
    Ok(())
}
