//! The first of a list, and the first that is no error.
//!
//! In Python this is `asyncio.wait` with `FIRST_COMPLETED`, in a loop.
//!
//!     cargo run --example select_all

use futures::future::{FutureExt, join_all, select_all, select_ok};
use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
async fn mirror(id: u32, ms: u64, up: bool) -> Result<u32, u32> {
    sleep(Duration::from_millis(ms)).await;
    if up { Ok(id) } else { Err(id) }
}

#[tokio::main]
async fn main() {
    let mirrors = || {
        let all = [(1, 300, true), (2, 100, false), (3, 200, true)];
        all.map(|(id, ms, up)| mirror(id, ms, up).boxed())
    };
    let start = Instant::now();
    let ms = || start.elapsed().as_millis();

    let (first, index, rest) = select_all(mirrors()).await;
    println!("select_all: {first:?}, index {index}, at {} ms", ms());
    println!("the rest: {:?} at {} ms", join_all(rest).await, ms());

    let start = Instant::now();
    let ms = || start.elapsed().as_millis();
    if let Ok((id, rest)) = select_ok(mirrors()).await {
        println!("select_ok: {id} at {} ms, {} left", ms(), rest.len());
    }
}
// ANCHOR_END: main
