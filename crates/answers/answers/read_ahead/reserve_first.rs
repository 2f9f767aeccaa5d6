//! right
//!
//! A place first, then the record.

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(limit - 1);
    let reader = async move {
        for number in 0..records {
            let place = sender.reserve().await.expect("the writer is here");
            place.send(tape.read(number).await);
        }
    };
    let writer = async {
        while let Some(record) = receiver.recv().await {
            tape.write(record).await;
        }
    };
    tokio::join!(reader, writer);
}
