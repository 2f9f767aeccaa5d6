//! A task reads under an RwLock, and asks to read once more.
//!
//! In Python there is no such lock.
//!
//!     cargo run --example read_twice

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::RwLock,
    time::{error::Elapsed, sleep, timeout},
};

// ANCHOR: twice
async fn write(value: Arc<RwLock<u32>>) {
    *value.write().await += 1;
}

async fn read_twice(value: &RwLock<u32>) -> u32 {
    let outer = value.read().await;
    sleep(Duration::from_millis(100)).await; // A writer asks meanwhile.
    let inner = value.read().await; // After the writer, who is after `outer`.
    *outer + *inner
}
// ANCHOR_END: twice

async fn limited(value: &RwLock<u32>) -> Result<u32, Elapsed> {
    timeout(Duration::from_secs(1), read_twice(value)).await
}

#[tokio::main]
async fn main() {
    let value = Arc::new(RwLock::new(1));
    println!("no writer: {:?}", limited(&value).await);

    let writer = async {
        sleep(Duration::from_millis(50)).await;
        write(value.clone()).await;
    };
    let (read, ()) = tokio::join!(limited(&value), writer);
    println!("a writer:  {read:?}");
}
