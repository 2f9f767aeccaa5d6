//! wrong: the_board_shows_what_is_known
//! says: 0 votes
//! says: waits for others
//!
//! Station 1 is ready at 100 ms, and at 150 ms its votes are not on the board.
//! All stations count at the same time, but perhaps their results are taken in
//! the order of the stations, and station 0 is slow. Who could add a count as
//! soon as it is known?

use std::sync::{Arc, Mutex};

use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let mut tasks = Vec::new();
    for station in 0..stations {
        let polls = polls.clone();
        tasks.push(tokio::spawn(async move { polls.count(station).await }));
    }
    for task in tasks {
        let votes = task.await.unwrap();
        *board.lock().unwrap() += votes;
    }
}
