//! wrong: what_stood_on_the_board_stays
//! says: 30 votes
//!
//! The votes are added up beside the board, and the sum is written over what
//! stood there.

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

/// Counts the stations `0..stations` with `polls.count(station)`, all at the
/// same time. Adds each count to the board as soon as it is known, and returns
/// when all are there. Nobody else ever waits for the board.
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let (polls, board) = (&polls, &board);
    let sum = &Mutex::new(0);
    let counts = (0..stations).map(|station| async move {
        let votes = polls.count(station).await;
        let mut sum = sum.lock().expect("nobody panics");
        *sum += votes;
        *board.lock().expect("nobody panics") = *sum;
    });
    join_all(counts).await;
}
