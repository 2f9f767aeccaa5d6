//! hangs: every_vote_is_on_the_board
//! says: has held its thread
//!
//! The thread is held and nothing moves. Perhaps one station has locked the
//! board and then waits for its count: the next one asks for the same lock and
//! blocks the thread, so the first can never go on. What do you need the lock
//! for before the votes are known?

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
