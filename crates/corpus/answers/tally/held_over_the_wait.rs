//! hangs: every_vote_is_on_the_board
//! says: has held its thread
//!
//! In branches of one task, nothing forbids to hold the guard over the wait.

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

#[allow(clippy::await_holding_lock)]
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let (polls, board) = (&polls, &board);
    join_all((0..stations).map(|station| async move {
        let mut votes = board.lock().unwrap();
        *votes += polls.count(station).await;
    }))
    .await;
}
