//! wrong: every_vote_is_on_the_board
//! says: 0 votes
//! says: not wait for all
//!
//! Your function returns at once, and no station has begun. It has started
//! tasks, and the set that held them is dropped at the end of the function,
//! with all of them. Who waits until the last one has counted?

use std::sync::{Arc, Mutex};

use lab::Polls;
use tokio::task::JoinSet;

pub async fn tally(polls: Polls, stations: u32, board: Arc<Mutex<u32>>) {
    let mut tasks = JoinSet::new();
    for station in 0..stations {
        let (polls, board) = (polls.clone(), Arc::clone(&board));
        tasks.spawn(async move {
            let votes = polls.count(station).await;
            *board.lock().unwrap() += votes;
        });
    }
}
