//! wrong: the_board_shows_what_is_known
//! says: 20 votes on the board at 150 ms
//! says: waits for others
//!
//! Adds when all are there.

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let counts = (0..stations).map(|station| polls.count(station));
    let votes: u32 = join_all(counts).await.iter().sum();
    *board.lock().unwrap() += votes;
}
