//! The three flavors of the runtime, and how to ask for each.
//!
//! In Python there is one kind of loop, on one thread.
//!
//!     cargo run --example flavors

use std::{cell::Cell, rc::Rc, thread};
use tokio::task::{JoinError, spawn_local};

fn where_it_runs() -> &'static str {
    match thread::current().name() {
        Some("main") => "the caller's thread",
        _ => "another thread",
    }
}

#[tokio::main]
async fn as_it_comes() -> Result<(), JoinError> {
    let place = tokio::spawn(async { where_it_runs() }).await?;
    println!("multi_thread: a task on {place}");
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn on_one_thread() -> Result<(), JoinError> {
    let place = tokio::spawn(async { where_it_runs() }).await?;
    println!("current_thread: a task on {place}");
    Ok(())
}

#[tokio::main(flavor = "local")]
async fn local() -> Result<(), JoinError> {
    let shared = Rc::new(Cell::new("")); // `spawn` would refuse an `Rc`
    let own = shared.clone();
    spawn_local(async move { own.set(where_it_runs()) }).await?;
    println!("local: a task with an `Rc` on {}", shared.get());
    Ok(())
}

fn main() -> Result<(), JoinError> {
    as_it_comes()?;
    on_one_thread()?;
    local()
}
