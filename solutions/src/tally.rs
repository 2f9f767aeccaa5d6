//! Many tasks add to one board.

use std::sync::{Arc, Mutex};

// begin solution
use futures::future::join_all;
// end solution
use lab::Polls;

/// Counts the stations `0..stations` with `polls.count(station)`, all at the
/// same time. Adds each count to the board as soon as it is known, and returns
/// when all are there. Other threads use the board, too, and wait only while it
/// is added to.
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    // begin solution
    //~ // TODO: one task or branch for each station.
    //~ todo!("{stations} stations of {polls:?} on {board:?}")
    let (polls, board) = (&polls, &board);
    let counts = (0..stations).map(|station| async move {
        let votes = polls.count(station).await;
        // No await from here to the semicolon, so the guard is gone by then.
        *board.lock().expect("nobody panics while it holds it") += votes;
    });
    join_all(counts).await;
    // end solution
}
