//! Two workers wait for the database; a third comes when it is ready.
//!
//! In Python this is `asyncio.Event`.
//!
//!     cargo run --example event

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::SetOnce,
    task::JoinError,
    time::{Instant, sleep},
};

const READY: u64 = 2;

async fn work(_id: &str, db: Arc<SetOnce<String>>) -> Instant {
    let _name = db.wait().await;
    Instant::now()
}

async fn connect(db: Arc<SetOnce<String>>) {
    sleep(Duration::from_secs(READY)).await;
    if db.set("orders".to_owned()).is_err() {
        println!("somebody else has set it");
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let db = Arc::new(SetOnce::new());

    let a = tokio::spawn(work("A", db.clone()));
    let b = tokio::spawn(work("B", db.clone()));
    tokio::spawn(connect(db.clone()));
    sleep(Duration::from_secs(3)).await;
    let c = tokio::spawn(work("C", db.clone()));

    for (id, task) in [("A", a), ("B", b), ("C", c)] {
        println!("{id} starts at {} ms", (task.await? - start).as_millis());
    }
    println!("database: {:?}", db.get());
    Ok(())
}
