//! Three greetings in one set of tasks; wait for all of them.
//!
//! In Python this is `asyncio.TaskGroup`.
//!
//!     cargo run --example task_group

use std::time::Duration;
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

async fn hello(name: &'static str) -> String {
    sleep(Duration::from_millis(100)).await;
    format!("hello, {name}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let mut group = JoinSet::new();
    group.spawn(hello("a"));
    group.spawn(hello("b"));
    group.spawn(hello("c"));

    let mut greetings = group.join_all().await;
    greetings.sort(); // They came in the order in which they finished.
    println!("{greetings:?} after {} ms", start.elapsed().as_millis());
}
