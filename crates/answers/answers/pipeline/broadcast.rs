//! wrong: every_sack_is_ground_once
//! says: … 60 in all
//! says: several did the same work
//!
//! Twenty sacks were sent, and sixty were ground: the timeline shows all three
//! workers with twenty each. A broadcast tells every receiver of every sack.
//! What do the workers have to share, so that a sack goes to one of them?

use lab::Mill;
use tokio::sync::broadcast;
use tokio::task::JoinSet;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, _) = broadcast::channel(64);
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let (mill, mut receiver) = (mill.clone(), sender.subscribe());
        tasks.spawn(async move {
            while let Ok(sack) = receiver.recv().await {
                mill.grind(worker, sack).await;
            }
        });
    }
    for sack in 0..sacks {
        sender.send(sack).unwrap();
    }
    drop(sender);
    tasks.join_all().await;
}
