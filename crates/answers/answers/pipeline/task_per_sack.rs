//! wrong: twenty_sacks_take_three_and_a_half_seconds
//! says: 20 at the same time
//!
//! The timeline shows all twenty sacks ground at the same time, seven at once
//! by one worker. Each sack has a task of its own, and nothing makes it wait
//! until its worker is free. How many tasks should there be, and what does each
//! do when its sack is done?

use lab::Mill;
use tokio::task::JoinSet;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let mut tasks = JoinSet::new();
    for sack in 0..sacks {
        let mill = mill.clone();
        tasks.spawn(async move {
            mill.grind(sack as usize % workers, sack).await;
        });
    }
    tasks.join_all().await;
}
