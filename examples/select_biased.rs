//! Who wins when two branches are ready at once, a hundred times over.
//!
//! In Python `asyncio.wait` has both in its `done` set.
//!
//!     cargo run --example select_biased

use std::future::ready;

// ANCHOR: main
async fn plain() -> &'static str {
    tokio::select! {
        name = ready("a") => name,
        name = ready("b") => name,
    }
}

async fn top_down() -> &'static str {
    tokio::select! {
        biased;
        name = ready("a") => name,
        name = ready("b") => name,
    }
}

#[tokio::main]
async fn main() {
    let (mut in_plain, mut in_biased) = (0, 0);
    for _ in 0..100 {
        in_plain += u32::from(plain().await == "a");
        in_biased += u32::from(top_down().await == "a");
    }
    let a_and_b = (20..=80).contains(&in_plain);
    println!("plain: `a` wins now and then: {a_and_b}");
    println!("biased: `a` wins {in_biased} of 100");
}
// ANCHOR_END: main
