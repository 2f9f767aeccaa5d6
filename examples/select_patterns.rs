//! A branch whose pattern does not match is out, and the others run on.
//!
//! In Python this is a loop around `asyncio.wait` that looks at each result.
//!
//!     cargo run --example select_patterns

use std::time::Duration;
use tokio::time::{Instant, sleep};

const DATABASE_HAS_IT: bool = true;

/// A store needs `ms` to find what it has.
async fn look_up(_store: &str, ms: u64, has: bool) -> Option<u32> {
    sleep(Duration::from_millis(ms)).await;
    has.then_some(42)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    // ANCHOR: select
    let found = tokio::select! {
        Some(n) = look_up("cache", 10, false) => format!("{n} (cache)"),
        Some(n) = look_up("database", 50, DATABASE_HAS_IT) => {
            format!("{n} (database)")
        }
        else => "nothing".to_owned(),
    };
    // ANCHOR_END: select
    println!("found {found} after {} ms", start.elapsed().as_millis());
}
