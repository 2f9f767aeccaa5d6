//! right
//!
//! One adds for all.

use std::sync::{Arc, Mutex};

use futures::{StreamExt, stream::FuturesUnordered};
use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let mut counts: FuturesUnordered<_> =
        (0..stations).map(|station| polls.count(station)).collect();
    while let Some(votes) = counts.next().await {
        *board.lock().unwrap() += votes;
    }
}
