//! right
//!
//! The right side of `+=` comes first, for numbers.

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let (polls, board) = (&polls, &board);
    join_all((0..stations).map(|station| async move {
        *board.lock().unwrap() += polls.count(station).await;
    }))
    .await;
}
