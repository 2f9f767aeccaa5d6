//! wrong: all_stations_count_at_the_same_time
//! says: it took 400 ms
//! says: one after another
//!
//! The stations count one after another, 400 ms in all. Perhaps something is
//! held over the whole count, so that one station keeps out the others; or a
//! loop waits for each of them. What has to be protected: the counting, or the
//! adding?

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
