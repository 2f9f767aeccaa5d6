//! An island of local tasks inside a runtime with several threads.
//!
//! In Python there is nothing else than such an island.
//!
//!     cargo run --example local_set

use std::{cell::Cell, rc::Rc, time::Duration};
use tokio::{
    task::{JoinError, LocalSet, spawn_local},
    time::sleep,
};

// ANCHOR: main
async fn count(visits: Rc<Cell<u32>>) {
    sleep(Duration::from_millis(50)).await;
    visits.set(visits.get() + 1);
}

async fn count_both() -> Result<u32, JoinError> {
    let visits = Rc::new(Cell::new(0));
    let first = spawn_local(count(visits.clone()));
    let second = spawn_local(count(visits.clone()));
    first.await?;
    second.await?;
    Ok(visits.get())
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let local = LocalSet::new();
    println!("{} visits", local.run_until(count_both()).await?);
    Ok(())
}
// ANCHOR_END: main
