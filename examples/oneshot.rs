//! One answer for one asker; a promise that is dropped is an answer, too.
//!
//! In Python this is `loop.create_future()` and `set_result`.
//!
//!     cargo run --example oneshot

use std::time::Duration;
use tokio::{
    join,
    sync::oneshot::{self, Receiver, Sender, error::RecvError},
    time::{Instant, sleep},
};

async fn answer(reply: Sender<u32>) {
    sleep(Duration::from_millis(100)).await;
    if reply.send(42).is_err() {
        println!("nobody waits for it any more");
    }
}

async fn forget(_reply: Sender<u32>) {
    sleep(Duration::from_millis(50)).await;
} // `_reply` is dropped here, without an answer.

async fn ask(
    _id: u32,
    reply: Receiver<u32>,
) -> (Result<u32, RecvError>, Instant) {
    (reply.await, Instant::now())
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx1, rx1) = oneshot::channel();
    let (tx2, rx2) = oneshot::channel();

    tokio::spawn(answer(tx1));
    tokio::spawn(forget(tx2));
    let (one, two) = join!(ask(1, rx1), ask(2, rx2));
    for (name, (reply, at)) in [("first", one), ("second", two)] {
        println!("{name}: {reply:?} at {} ms", (at - start).as_millis());
    }
}
