//! What can be done before there is a runtime, and what cannot.
//!
//! In Python the running loop is asked for with `get_running_loop()`.
//!
//!     cargo run --example no_runtime

use futures::future::join_all;
use std::{error::Error, panic, time::Duration};
use tokio::runtime::{Builder, Handle};
use tokio::time::sleep;

async fn hello(name: &str) -> String {
    sleep(Duration::from_millis(50)).await;
    format!("hello, {name}")
}

fn main() -> Result<(), Box<dyn Error>> {
    let greetings = join_all([hello("a"), hello("b")]); // no loop needed

    if Handle::try_current().is_err() {
        println!("no runtime here");
    }
    let refused = panic::catch_unwind(|| sleep(Duration::from_millis(50)));
    let panic = refused.err().and_then(|panic| panic.downcast().ok());
    let message: Box<String> = panic.ok_or("it did not panic")?;
    println!("sleep: {message}");

    let runtime = Builder::new_current_thread().enable_all().build()?;
    println!("{:?}", runtime.block_on(greetings));
    Ok(())
}
