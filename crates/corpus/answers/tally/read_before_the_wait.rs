//! wrong: every_vote_is_on_the_board
//! says: 40 votes
//! says: was the board read before an await
//!
//! The lost update.

use std::sync::{Arc, Mutex};

use futures::future::join_all;
use lab::Polls;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let (polls, board) = (&polls, &board);
    join_all((0..stations).map(|station| async move {
        let seen = *board.lock().unwrap();
        let votes = polls.count(station).await;
        *board.lock().unwrap() = seen + votes;
    }))
    .await;
}
