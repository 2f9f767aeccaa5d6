//! From the 31st future on, `try_join_all` is slow to notice an error.
//!
//! In Python this is `asyncio.gather(*calls)`, which raises at once.
//!
//!     cargo run --example many_fail

use futures::future::try_join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
async fn fetch(page: u32) -> Result<u32, String> {
    if page == 2 {
        sleep(Duration::from_millis(200)).await;
        return Err("page 2 is missing".to_owned());
    }
    sleep(Duration::from_secs(1)).await;
    Ok(page)
}

#[tokio::main]
async fn main() {
    for count in [30, 31] {
        let start = Instant::now();
        let pages = try_join_all((1..=count).map(fetch)).await;
        let time = start.elapsed().as_millis();
        println!("{count} pages: {pages:?} after {time} ms");
    }
}
// ANCHOR_END: main
