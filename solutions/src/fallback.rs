//! Ask a second source only when the first one has no answer.
//!
//! The caller has called both, in the sense of Python: `first_found(a(), b())`.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    // begin solution
    //~ // TODO: return what the primary finds. Only if it finds nothing, run
    //~ // the backup. (Delete the next line.)
    //~ let _ = (primary, backup);
    //~ todo!("which of the two is awaited, and when?")
    match primary.await {
        Some(found) => Some(found),
        // Not awaited, the backup never begins.
        None => backup.await,
    }
    // end solution
}
