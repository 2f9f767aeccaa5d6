//! wrong: no_futures_give_no_results
//! says: at least one
//!
//! Somebody insists on an element of an empty list. The timeline has nothing,
//! as there was nothing to run, and the panic comes before that. Does any
//! future of the list need to be treated in a way of its own?

pub async fn gather<F>(mut futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let last = futures.pop().expect("there is at least one");
    let handles: Vec<_> = futures.into_iter().map(tokio::spawn).collect();
    let last = last.await;
    let mut results = Vec::new();
    for handle in handles {
        results.push(handle.await.unwrap());
    }
    results.push(last);
    results
}
