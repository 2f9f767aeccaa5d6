//! wrong: a_slow_sack_holds_up_only_its_worker
//! says: it took 3000 ms
//! says: although there was room
//!
//! Deals the sacks out beforehand: no queue, nobody helps.

use lab::Mill;
use tokio::task::JoinSet;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let mill = mill.clone();
        tasks.spawn(async move {
            for sack in (worker as u32..sacks).step_by(workers) {
                mill.grind(worker, sack).await;
            }
        });
    }
    tasks.join_all().await;
}
