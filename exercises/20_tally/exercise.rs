//! Many tasks add to one board.

use std::sync::{Arc, Mutex};

use lab::Polls;

/// Counts the stations `0..stations` with `polls.count(station)`, all at the
/// same time. Adds each count to the board as soon as it is known, and returns
/// when all are there. Other threads use the board, too, and wait only while it
/// is added to.
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    // TODO: one task or branch for each station.
    todo!("{stations} stations of {polls:?} on {board:?}")
}
