//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//!
//! Tasks report over a channel, in the order of arrival.

use tokio::sync::mpsc;

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let (sender, mut receiver) = mpsc::unbounded_channel();
    for future in futures {
        let sender = sender.clone();
        tokio::spawn(async move { sender.send(future.await).ok() });
    }
    drop(sender);
    let mut results = Vec::new();
    while let Some(result) = receiver.recv().await {
        results.push(result);
    }
    results
}
