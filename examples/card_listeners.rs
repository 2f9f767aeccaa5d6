//! Drop the futures of those who wait for an answer, an event or a value.
//!
//! In Python this is `await future`, shielded and cancelled.
//!
//!     cargo run --example card_listeners

use std::time::Duration;
use tokio::{
    sync::{broadcast, oneshot, watch},
    time::timeout,
};

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (tx, mut rx) = oneshot::channel();
    given_up(&mut rx).await;
    tx.send("a")?;
    println!("&mut oneshot: then {:?}", rx.await?);
    let (mut tx, rx) = oneshot::channel();
    given_up(tx.closed()).await;
    given_up(rx).await;
    println!("oneshot closed: then {:?}", tx.closed().await);
    println!("oneshot, dropped: send gives {:?}", tx.send("b"));

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
