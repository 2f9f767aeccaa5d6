//! A send that gives up loses its message; a reserve keeps it.
//!
//! In Python this is `wait_for(queue.put(item), 0.05)`.
//!
//!     cargo run --example send_reserve

use std::{error::Error, time::Duration};
use tokio::{sync::mpsc, time::timeout};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let limit = Duration::from_millis(50);
    let (tx, mut rx) = mpsc::channel(1);
    tx.send("a".to_owned()).await?;

    // ANCHOR: send
    let message = "b".to_owned();
    match timeout(limit, tx.send(message)).await {
        Ok(_) => println!("send: done"),
        Err(_) => println!("send: given up"), // and where is `message`?
    }
    // ANCHOR_END: send

    // ANCHOR: reserve
    let message = "c".to_owned();
    match timeout(limit, tx.reserve()).await {
        Ok(slot) => slot?.send(message),
        Err(_) => {
            println!("reserve: given up, and still here: {message}");
            if let Some(first) = rx.recv().await {
                println!("received {first:?}");
            }
            tx.reserve().await?.send(message);
        }
    }
    // ANCHOR_END: reserve
    drop(tx);
    while let Some(message) = rx.recv().await {
        println!("received {message:?}");
    }
    println!("nothing else");
    Ok(())
}
