//! The first Ctrl-C asks, the second does not wait any longer.
//!
//! In Python this is what `asyncio.run` does with Ctrl-C.
//!
//!     cargo run --example ctrl_c

use std::{io, time::Duration};
use tokio::{process::Command, select, signal::ctrl_c, time::sleep};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// What somebody does who presses Ctrl-C three times.
async fn presses() -> io::Result<()> {
    let pid = std::process::id().to_string();
    for _ in 0..3 {
        sleep(ms(100)).await;
        Command::new("kill").args(["-INT", &pid]).status().await?;
    }
    sleep(ms(2000)).await;
    Err(io::Error::other("the signals did not come"))
}

async fn flush() {
    sleep(ms(60_000)).await;
}

async fn run() -> io::Result<()> {
    // ANCHOR: twice
    ctrl_c().await?;
    println!("asked once: flushing");
    select! {
        () = flush() => println!("flushed"),
        end = ctrl_c() => {
            end?;
            println!("asked twice: not flushed");
        }
    }
    // ANCHOR_END: twice
    sleep(ms(200)).await;
    println!("a third time: nobody listens, and nothing happens");
    Ok(())
}

#[tokio::main]
async fn main() -> io::Result<()> {
    select! {
        end = run() => end,
        end = presses() => end, // Only if there is no program `kill`.
    }
}
