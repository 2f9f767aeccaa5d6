//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//!
//! All run at the same time, and their results are taken in the order of
//! arrival: b, c, a, as the timeline shows. Perhaps each task sends its result
//! over a channel, which keeps the order of the sends. The order of the list is
//! lost on the way: who still knows it?

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
