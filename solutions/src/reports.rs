//! Fire and forget, but not in silence.

#[derive(Debug, PartialEq)]
pub enum Trouble {
    Error(String),
    Panic,
}

/// Starts `job` as a task and returns at once. If it ends badly, `report` is
/// told at that moment.
pub fn in_background<F, R>(job: F, report: R)
where
    F: Future<Output = Result<(), String>> + Send + 'static,
    R: FnOnce(Trouble) + Send + 'static,
{
    // begin solution
    //~ // TODO: nobody will ever await the job. Who hears of its end?
    //~ let _ = (job, report);
    //~ todo!("start the job, report its end")
    tokio::spawn(async move {
        match tokio::spawn(job).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => report(Trouble::Error(error)),
            Err(_) => report(Trouble::Panic),
        }
    });
    // end solution
}
