//! right
//!
//! A task for each station.

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
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
}
