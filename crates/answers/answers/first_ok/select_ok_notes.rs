//! right
//!
//! `select_ok`, and a list that every error passes on its way.

use std::sync::Mutex;

use futures::future::{FutureExt, TryFutureExt, select_ok};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    if calls.is_empty() {
        return Err(Vec::new());
    }
    let errors = Mutex::new(Vec::new());
    let note = |error| errors.lock().expect("no panic").push(error);
    let found = {
        let calls = calls.into_iter().map(|call| call.map_err(note).boxed());
        select_ok(calls).await.map(|(value, _)| value)
    };
    match found {
        Ok(value) => Ok(value),
        Err(()) => Err(errors.into_inner().expect("no panic")),
    }
}
