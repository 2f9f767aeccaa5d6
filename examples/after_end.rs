//! Ask a stream again that has ended.
//!
//! In Python this is `anext` after the end: StopAsyncIteration, each time.
//!
//!     cargo run --example after_end

use futures::{StreamExt, stream, stream::BoxStream};
use std::time::Duration;
use tokio::{select, task::JoinError, time::sleep};

fn feed(items: u32, ms: u64) -> BoxStream<'static, u32> {
    stream::unfold(0, move |n| async move {
        sleep(Duration::from_millis(ms)).await;
        (n < items).then_some((n, n + 1))
    })
    .boxed()
}

// ANCHOR: loop
async fn count(mut a: BoxStream<'_, u32>, mut b: BoxStream<'_, u32>) -> u32 {
    let mut items = 0;
    loop {
        select! {
            Some(_) = a.next() => items += 1,
            Some(_) = b.next() => items += 1,
            else => return items, // both have ended
        }
    }
}

async fn fused() -> u32 {
    count(feed(1, 50).fuse().boxed(), feed(4, 80).fuse().boxed()).await
}
// ANCHOR_END: loop

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let plain = tokio::spawn(count(feed(1, 50), feed(4, 80))).await;
    println!("plain: panicked: {}", plain.is_err_and(|e| e.is_panic()));
    println!("fused: {} items", tokio::spawn(fused()).await?);
    Ok(())
}
