//! wrong: several_threads_may_use_the_board
//! says: votes on it
//!
//! `try_lock` gives up when the board is taken, and then these votes are added
//! by nobody. On one thread the board is always free here. When another thread
//! looks at it, or adds, it is not.

use futures::future::join_all;
use lab::Polls;
use std::sync::{Arc, Mutex};
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    join_all((0..stations).map(|s| {
        let (polls, board) = (&polls, &board);
        async move {
            let n = polls.count(s).await;
            if let Ok(mut b) = board.try_lock() {
                *b += n;
            }
        }
    }))
    .await;
}
