//! Three loops whose awaits never have to wait, and who gets a turn meanwhile.
//!
//! In Python each of them keeps its thread, unless it awaits `sleep(0)`.
//!
//!     cargo run --example coop_budget

use std::cell::Cell;
// ANCHOR: loops
use tokio::sync::Semaphore;
use tokio::task::{coop::consume_budget, yield_now};

async fn tickets() {
    let tickets = Semaphore::new(1000);
    for _ in 0..1000 {
        let ticket = tickets.acquire().await; // there is always one left
        let ticket = ticket.expect("the semaphore is never closed");
        ticket.forget(); // not given back
    }
}

async fn answer() -> u32 {
    42 // without a wait
}

async fn answers() {
    for _ in 0..1000 {
        answer().await;
    }
}

async fn polite_answers() {
    for _ in 0..1000 {
        answer().await;
        consume_budget().await; // gives way now and then
    }
}
// ANCHOR_END: loops

async fn beside(name: &str, work: impl Future<Output = ()>) {
    let (done, turns) = (Cell::new(false), Cell::new(0));
    let busy = async {
        work.await;
        done.set(true);
    };
    let other = async {
        while !done.get() {
            turns.set(turns.get() + 1);
            yield_now().await; // lets the others go first
        }
    };
    tokio::join!(biased; busy, other); // `busy` first in each poll
    println!("{name}: {} turns for the other", turns.get());
}

#[tokio::main]
async fn main() {
    beside("tickets", tickets()).await;
    beside("answers", answers()).await;
    beside("polite answers", polite_answers()).await;
}
