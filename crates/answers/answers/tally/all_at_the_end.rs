//! wrong: the_board_shows_what_is_known
//! says: 0 votes
//! says: waits for others
//!
//! Station 1 is ready at 100 ms, and at 150 ms its votes are not on the board.
//! Perhaps everything is added in one go, when the slowest station has come.
//! Who could add the votes of a station at the moment at which it is ready?

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let counts = (0..stations).map(|station| polls.count(station));
    let votes: u32 = join_all(counts).await.iter().sum();
    *board.lock().unwrap() += votes;
}
