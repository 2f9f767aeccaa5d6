//! Both would fail in one poll: the first that is polled ends the other.
//!
//! In Python this is `asyncio.gather` with two exceptions.
//!
//!     cargo run --example both_fail

use tokio::task::yield_now;

// ANCHOR: main
async fn book(what: &str) -> Result<u32, String> {
    yield_now().await; // Both go on in the next poll of `main`.
    println!("{what}: fails");
    Err(format!("no {what} left"))
}

#[tokio::main]
async fn main() {
    let plain = tokio::try_join!(book("seat"), book("room"));
    println!("plain:  {plain:?}");

    let biased = tokio::try_join!(biased; book("seat"), book("room"));
    println!("biased: {biased:?}");

    let both = tokio::join!(book("seat"), book("room"));
    println!("join!:  {both:?}");
}
// ANCHOR_END: main
