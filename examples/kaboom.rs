//! A task group in ten lines: the first error ends the others.
//!
//! In Python this is `asyncio.TaskGroup`, with a child that fails at once.
//!
//!     cargo run --example kaboom

use std::{panic::resume_unwind, time::Duration};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

// ANCHOR: main
async fn hello(name: &'static str) -> Result<String, String> {
    if name == "boom" {
        return Err("kaboom".to_owned());
    }
    sleep(Duration::from_millis(100)).await;
    Ok(format!("hello, {name}"))
}

async fn all<T: 'static, E: 'static>(
    mut group: JoinSet<Result<T, E>>,
) -> Result<Vec<T>, Vec<E>> {
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(value)) => values.push(value),
            Ok(Err(error)) => {
                errors.push(error);
                group.abort_all();
            }
            Err(end) if end.is_panic() => resume_unwind(end.into_panic()),
            Err(_) => {} // Aborted, by the line above.
        }
    }
    if errors.is_empty() {
        Ok(values)
    } else {
        Err(errors)
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let greetings = all(["a", "boom", "c"].map(hello).into_iter().collect());
    let greetings = greetings.await;
    println!("{greetings:?} after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
