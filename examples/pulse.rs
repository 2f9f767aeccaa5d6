//! Green for no time at all, and who gets through.
//!
//! In Python this is `event.set()` and, in the next line, `event.clear()`.
//!
//!     cargo run --example pulse

use std::{error::Error, sync::Arc, time::Duration};
use tokio::{
    sync::{
        Notify,
        watch::{self, Receiver},
    },
    time::{sleep, timeout},
};

const SECOND: Duration = Duration::from_secs(1);

async fn by_state(mut green: Receiver<bool>) -> bool {
    timeout(SECOND, green.wait_for(|green| *green))
        .await
        .is_ok()
}

async fn by_bell(bell: Arc<Notify>) -> bool {
    timeout(SECOND, bell.notified()).await.is_ok()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (light, green) = watch::channel(false);
    let bell = Arc::new(Notify::new());
    let state = tokio::spawn(by_state(green));
    let edge = tokio::spawn(by_bell(bell.clone()));
    sleep(Duration::from_millis(100)).await;

    light.send_replace(true);
    light.send_replace(false);
    bell.notify_waiters();
    println!("watch:  through {}", state.await?);
    println!("Notify: through {}", edge.await?);
    Ok(())
}
