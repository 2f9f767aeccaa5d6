//! hangs: every_vote_is_on_the_board
//! says: has held its thread
//! says: a lock or a channel of std
//!
//! The guard on the right lives to the semicolon, and the left one waits for it.

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
