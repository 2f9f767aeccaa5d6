//! Wait until every item of a batch has been handled.
//!
//! In Python this is `queue.task_done()` and `queue.join()`.
//!
//!     cargo run --example queue_join

use std::{error::Error, time::Duration};
use tokio::{
    sync::mpsc::{self, Receiver, Sender},
    time::{Instant, sleep},
};

// ANCHOR: batch
struct Job {
    id: u32,
    // Nothing is ever sent on it. Its drop, with the job, is the message.
    _done: Sender<()>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (tx, jobs) = mpsc::channel(2);
    let worker = tokio::spawn(work(jobs));

    let (done, mut all_done) = mpsc::channel(1);
    for id in 1..=4 {
        let _done = done.clone();
        tx.send(Job { id, _done }).await?;
    }
    drop(done);
    println!("all sent    at {} ms", start.elapsed().as_millis());

    // `None` comes when the last job of the batch has been dropped.
    all_done.recv().await;
    println!("all handled at {} ms", start.elapsed().as_millis());

    drop(tx); // The queue is no longer needed: its worker ends by itself.
    println!("worker returned {:?}", worker.await?);
    Ok(())
}
// ANCHOR_END: batch

async fn work(mut jobs: Receiver<Job>) -> Vec<u32> {
    let mut handled = Vec::new();
    while let Some(job) = jobs.recv().await {
        sleep(Duration::from_millis(50)).await;
        handled.push(job.id);
    } // `job` is dropped here, and so would it be by `?`, `return` or a panic.
    handled
}
