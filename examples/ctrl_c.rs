//! The first Ctrl-C asks, the second does not wait any longer.
//!
//! In Python this is what `asyncio.run` does with Ctrl-C.
//!
//!     cargo run --example ctrl_c

use std::{io, time::Duration};
use tokio::{
    process::Command,
    select,
    signal::ctrl_c,
    time::{sleep, timeout},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// What somebody does who presses Ctrl-C.
async fn press() -> io::Result<()> {
    let pid = std::process::id().to_string();
    Command::new("kill").args(["-INT", &pid]).status().await?;
    Ok(())
}

async fn flush() {
    sleep(ms(60_000)).await;
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tokio::spawn(async {
        for _ in 0..3 {
            sleep(ms(100)).await;
            press().await?;
        }
        io::Result::Ok(())
    });
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
    let _ = timeout(ms(200), std::future::pending::<()>()).await;
    println!("a third time: nobody listens, and nothing happens");
    Ok(())
}
