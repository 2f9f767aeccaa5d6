//! wrong: all_stations_count_at_the_same_time
//! says: it took 400 ms
//! says: one after another
//!
//! An async lock around the count: correct, and one at a time.

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let gate = &tokio::sync::Mutex::new(());
    let (polls, board) = (&polls, &board);
    join_all((0..stations).map(|station| async move {
        let _one = gate.lock().await;
        let votes = polls.count(station).await;
        *board.lock().unwrap() += votes;
    }))
    .await;
}
