//! wrong: all_stations_count_at_the_same_time
//! says: it took 400 ms
//! says: one after another
//!
//! A loop that awaits.

use std::sync::{Arc, Mutex};

use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    for station in 0..stations {
        let votes = polls.count(station).await;
        *board.lock().unwrap() += votes;
    }
}
