//! On `current_thread` tasks run while somebody is in `block_on`, and only then.
//!
//! In Python this is `loop.run_until_complete`, called twice.
//!
//!     cargo run --example block_on_drives

use std::{io, thread, time::Duration};
use tokio::{runtime::Builder, time::sleep};

const MS: Duration = Duration::from_millis(1);

async fn tick() {
    for n in 0.. {
        println!("tick {n}");
        sleep(50 * MS).await;
    }
}

fn main() -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.spawn(tick());
    println!("spawned, and nothing runs");
    thread::sleep(100 * MS);

    println!("block_on");
    runtime.block_on(sleep_for(70 * MS));
    println!("block_on is over, and nothing runs");
    thread::sleep(200 * MS);

    println!("block_on");
    runtime.block_on(sleep_for(20 * MS));
    Ok(())
}

/// `sleep` itself has to be called inside of the runtime.
async fn sleep_for(time: Duration) {
    sleep(time).await;
}
