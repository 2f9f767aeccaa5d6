//! Two readers, then a writer, then a third reader, 100 ms each.
//!
//! In Python there is none: this is `asyncio.Lock` for everybody.
//!
//!     cargo run --example rwlock

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::RwLock,
    task::JoinError,
    time::{Instant, sleep},
};

type Shared = Arc<RwLock<u32>>;

async fn read(_id: u32, at: u64, value: Shared) -> Instant {
    sleep(Duration::from_millis(at)).await;
    let _value = value.read().await;
    let begin = Instant::now();
    sleep(Duration::from_millis(200)).await;
    begin
}

async fn write(at: u64, value: Shared) -> Instant {
    sleep(Duration::from_millis(at)).await;
    let mut value = value.write().await;
    let begin = Instant::now();
    sleep(Duration::from_millis(200)).await;
    *value += 1;
    begin
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let value = Shared::default();

    let tasks = [
        ("reader 1", tokio::spawn(read(1, 0, value.clone()))),
        ("reader 2", tokio::spawn(read(2, 0, value.clone()))),
        ("writer", tokio::spawn(write(50, value.clone()))),
        ("reader 3", tokio::spawn(read(3, 100, value.clone()))),
    ];
    for (name, task) in tasks {
        let begin = (task.await? - start).as_millis();
        println!("{name} begins at {begin} ms");
    }
    Ok(())
}
