//! `gather(.., return_exceptions=True)`, sorted: values here, errors there.

/// All values, and all errors, each in the order of the calls. A panic is
/// neither: it goes on, out of the function.
pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    // TODO: run all of them at the same time, and each to its end.
    todo!("{} calls", calls.len())
}
