//! Three tasks count visits in one map.
//!
//! In Python this is a dict that all tasks see.
//!
//!     cargo run --example arc

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{task::JoinError, time::sleep};

type Visits = Arc<Mutex<BTreeMap<String, u32>>>;

async fn visit(page: String, visits: Visits) {
    sleep(Duration::from_millis(50)).await;
    let mut visits = visits.lock().expect("no holder panics");
    *visits.entry(page).or_default() += 1;
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let pages = ["home".to_owned(), "docs".to_owned(), "home".to_owned()];
    let visits = Visits::default();

    let mut tasks = Vec::new();
    for page in &pages {
        let (page, visits) = (page.clone(), visits.clone());
        tasks.push(tokio::spawn(visit(page, visits)));
    }
    for task in tasks {
        task.await?;
    }
    println!("{} visits:", pages.len());
    println!("{:?}", visits.lock().expect("no holder panics"));
    Ok(())
}
