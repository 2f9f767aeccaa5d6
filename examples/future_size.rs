//! Each function that passes a value on stores it once more in its future.
//!
//! In Python each coroutine object holds a reference to the value.
//!
//!     cargo run --example future_size

use std::{mem::size_of_val, time::Duration};
use tokio::time::sleep;

type Block = [u8; 1024];

async fn inner(block: Block) -> usize {
    sleep(Duration::from_millis(10)).await;
    block.len()
}

async fn middle(block: Block) -> usize {
    inner(block).await
}

async fn outer(block: Block) -> usize {
    middle(block).await
}

#[tokio::main]
async fn main() {
    let block = [0; 1024];
    println!("inner: {} KB", size_of_val(&inner(block)) / 1024);
    println!("middle: {} KB", size_of_val(&middle(block)) / 1024);
    println!("outer: {} KB", size_of_val(&outer(block)) / 1024);
    println!("{} bytes arrived", outer(block).await);
}
