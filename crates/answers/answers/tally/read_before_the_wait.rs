//! wrong: every_vote_is_on_the_board
//! says: 40 votes
//! says: was the board read before an await
//!
//! All stations count at the same time, and the votes of three of them are
//! lost. Each looked at the board before it counted, saw 0, and wrote its own
//! sum over that of the others. Between which two steps must there be no
//! `.await`?

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
