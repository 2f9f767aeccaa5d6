//! wrong: several_threads_may_use_the_board
//! says: votes on it
//!
//! One statement reads the sum, the next one writes the new sum, and each has
//! a guard of its own. Between the two another thread adds its votes, and the
//! second statement writes over them.

use futures::future::join_all;
use lab::Polls;
use std::sync::{Arc, Mutex};
pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    join_all((0..stations).map(|s| {
        let (polls, board) = (&polls, &board);
        async move {
            let n = polls.count(s).await;
            let sum = *board.lock().unwrap() + n;
            *board.lock().unwrap() = sum;
        }
    }))
    .await;
}
