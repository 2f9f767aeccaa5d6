//! right
//!
//! The reader as a task with its own tape handle.

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(limit - 2);
    let source = tape.clone();
    let reader = tokio::spawn(async move {
        for number in 0..records {
            let record = source.read(number).await;
            sender.send(record).await.expect("the writer is here");
        }
    });
    while let Some(record) = receiver.recv().await {
        tape.write(record).await;
    }
    reader.await.expect("the reader does not panic");
}
