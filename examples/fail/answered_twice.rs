//! expect: error E0382
//!
//! `send` takes the sender: there is nothing left to answer with again.

use tokio::sync::oneshot;

#[tokio::main]
async fn main() {
    let (tx, rx) = oneshot::channel();
    let _ = tx.send(42);
    let _ = tx.send(43);
    println!("{:?}", rx.await);
}
