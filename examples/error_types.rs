//! Sort the errors of a group by what they are.
//!
//! In Python this is `except*`, once for each type.
//!
//!     cargo run --example error_types

use std::time::Duration;
use tokio::{
    task::{JoinError, JoinSet},
    time::sleep,
};

// ANCHOR: main
#[derive(Debug)]
enum Error {
    Missing(u32),
    Refused(String),
}

async fn fetch(page: u32) -> Result<u32, Error> {
    sleep(Duration::from_millis(100 * u64::from(page))).await;
    match page {
        1 | 3 => Err(Error::Missing(page)),
        2 => Err(Error::Refused("no password".to_owned())),
        _ => Ok(page),
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let mut group: JoinSet<_> = (1..=4).map(fetch).collect();
    let (mut missing, mut refused) = (Vec::new(), Vec::new());
    while let Some(ended) = group.join_next().await {
        match ended? {
            Ok(_) => {}
            Err(Error::Missing(page)) => missing.push(page),
            Err(Error::Refused(why)) => refused.push(why),
        }
    }
    println!("missing: {missing:?}");
    println!("refused: {refused:?}");
    Ok(())
}
// ANCHOR_END: main
