//! A token and the work that races it, both ready at one poll.
//!
//! In Python a `cancel()` takes the place of a result that is not taken yet.
//!
//!     cargo run --example token_both --features util

use tokio::{join, task::yield_now};
use tokio_util::sync::CancellationToken;

async fn work() -> &'static str {
    yield_now().await; // ready at its second poll
    "the result"
}

#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let (both, ()) = join!(
        biased; // `work` first, then the token: both before the second poll
        stop.run_until_cancelled(work()),
        async { stop.cancel() },
    );
    println!("ready at one poll: {both:?}");

    let set = stop.run_until_cancelled(async { println!("polled") }).await;
    println!("set before: {set:?}");
}
