//! What a watch stores, and what it calls a change.
//!
//! In Python this is an assignment, which nobody can refuse.
//!
//!     cargo run --example watch_send

use tokio::sync::watch;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: send
    let (level, rx) = watch::channel("old");
    drop(rx); // Nobody listens.
    let _ = level.send("new");
    println!("send:         {}", *level.borrow());
    level.send_replace("new");
    println!("send_replace: {}", *level.borrow());

    let rx = level.subscribe();
    level.send("new")?;
    println!("equal value:  a change: {}", rx.has_changed()?);
    // ANCHOR_END: send
    Ok(())
}
