//! wrong: a_slow_sack_holds_up_only_its_worker
//! says: it took 3000 ms
//! says: longer than was needed
//!
//! The sacks are dealt out before anybody grinds. The timeline shows worker 0
//! with a slow sack until 2000 ms and two more after it, while the others go
//! home at 1500 ms. When should it be decided who grinds a sack?

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
