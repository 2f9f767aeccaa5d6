//! The order in which two waiters start: as tasks, and as branches.
//!
//! In Python this is `gather`, whose children are tasks, so the order stays.
//!
//!     cargo run --example event_order

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    join,
    sync::SetOnce,
    task::JoinError,
    time::{Instant, sleep},
};

#[derive(Default)]
struct Site {
    ready: SetOnce<()>,
    started: Mutex<String>,
}

async fn work(id: char, site: Arc<Site>) {
    site.ready.wait().await;
    site.started.lock().expect("nobody panics").push(id);
}

async fn connect(site: Arc<Site>) {
    sleep(Duration::from_secs(1)).await;
    let _ = site.ready.set(());
}

fn report(kind: &str, site: &Site, start: Instant) {
    let order = site.started.lock().expect("nobody panics");
    println!("{kind} {order} at {} ms", start.elapsed().as_millis());
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), JoinError> {
    let (site, start) = (Arc::<Site>::default(), Instant::now());
    tokio::spawn(connect(site.clone()));
    let a = tokio::spawn(work('A', site.clone()));
    let b = tokio::spawn(work('B', site.clone()));
    a.await?;
    b.await?;
    report("tasks:   ", &site, start);

    let (site, start) = (Arc::<Site>::default(), Instant::now());
    tokio::spawn(connect(site.clone()));
    join!(work('A', site.clone()), work('B', site.clone()));
    report("branches:", &site, start);
    Ok(())
}
