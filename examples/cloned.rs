//! Each task gets a clone of the map: a map of its own.
//!
//! In Python this is `visits.copy()`.
//!
//!     cargo run --example cloned

use std::{collections::BTreeMap, time::Duration};
use tokio::{task::JoinError, time::sleep};

// ANCHOR: main
type Visits = BTreeMap<String, u32>;

async fn visit(page: String, mut visits: Visits) {
    sleep(Duration::from_millis(50)).await;
    *visits.entry(page).or_default() += 1;
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let visits = Visits::new();
    let home = tokio::spawn(visit("home".to_owned(), visits.clone()));
    let docs = tokio::spawn(visit("docs".to_owned(), visits.clone()));
    home.await?;
    docs.await?;
    println!("pages in the map: {}", visits.len());
    Ok(())
}
// ANCHOR_END: main
