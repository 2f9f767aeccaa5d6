//! Nobody hears of an error in a detached task; a panic is at least printed.
//!
//! In Python this is a task with an exception that nobody retrieves.
//!
//!     cargo run --example silent_err

use std::{panic, time::Duration};
use tokio::time::sleep;

async fn save(row: u32) -> Result<(), String> {
    sleep(Duration::from_millis(10 * u64::from(row))).await;
    match row {
        1 => Err("disk full".to_owned()),
        2 => panic!("no such table"),
        _ => Ok(()),
    }
}

#[tokio::main]
async fn main() {
    // The hook that is there at first writes to standard error.
    panic::set_hook(Box::new(|panic| {
        let text = panic.payload().downcast_ref::<&str>();
        println!("panic hook: {}", text.unwrap_or(&"?"));
    }));
    for row in 1..=3 {
        tokio::spawn(save(row));
    }
    sleep(Duration::from_millis(200)).await;
    println!("main ends");
}
