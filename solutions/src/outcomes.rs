//! `gather(.., return_exceptions=True)`, sorted: values here, errors there.

// begin solution
use futures::future::join_all;

// end solution
/// All values, and all errors, each in the order of the calls. A panic is
/// neither: it goes on, out of the function.
pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    // begin solution
    //~ // TODO: run all of them at the same time, and each to its end.
    //~ todo!("{} calls", calls.len())
    let mut values = Vec::new();
    let mut errors = Vec::new();
    for result in join_all(calls).await {
        match result {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    (values, errors)
    // end solution
}
