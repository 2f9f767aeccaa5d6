//! wrong: values_are_kept_when_one_fails
//! says: an error came out
//!
//! An error makes the function panic, and with it all values are gone. In the
//! timeline all calls have come to their ends by then, so nothing but this line
//! stands between them and the caller. An error is one of two things that a
//! call may give, and has a list of its own.

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut values = Vec::new();
    for result in join_all(calls).await {
        match result {
            Ok(value) => values.push(value),
            Err(_) => panic!("an error came out"),
        }
    }
    (values, Vec::new())
}
