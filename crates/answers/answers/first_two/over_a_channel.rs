//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//!
//! The results are right, and the third job runs on: in the timeline it ends at
//! 300 ms. Perhaps the tasks report over a channel, and nobody keeps their
//! handles. A task does not end because nobody listens any more: who ends it?

use tokio::sync::mpsc;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let (sender, mut receiver) = mpsc::unbounded_channel();
    for job in jobs {
        let sender = sender.clone();
        tokio::spawn(async move { sender.send(job.await).ok() });
    }
    drop(sender);
    let mut results = Vec::new();
    while let Some(result) = receiver.recv().await {
        results.push(result);
        if results.len() == 2 {
            break;
        }
    }
    results
}
