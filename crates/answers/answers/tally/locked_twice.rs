//! hangs: every_vote_is_on_the_board
//! says: has held its thread
//! says: a lock or a channel of std
//!
//! The thread is held. If the stations had counted by then, perhaps one
//! statement locks the board twice: a guard without a name lives to the end of
//! its statement, so the second lock waits for the first, on the same thread.
//! How many locks does one addition need?

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

#[allow(clippy::assign_op_pattern)]
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let (polls, board) = (&polls, &board);
    join_all((0..stations).map(|station| async move {
        let votes = polls.count(station).await;
        *board.lock().unwrap() = *board.lock().unwrap() + votes;
    }))
    .await;
}
