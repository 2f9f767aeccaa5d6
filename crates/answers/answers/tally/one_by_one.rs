//! wrong: all_stations_count_at_the_same_time
//! says: it took 400 ms
//! says: one after another
//!
//! The stations count one after another, 400 ms in all. Perhaps a loop waits
//! for each count before it asks the next station; or something is held over
//! the count that the others need. What has to happen before the first wait?

use std::sync::{Arc, Mutex};

use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    for station in 0..stations {
        let votes = polls.count(station).await;
        *board.lock().unwrap() += votes;
    }
}
