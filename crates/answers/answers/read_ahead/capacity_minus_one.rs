//! wrong: never_more_than_four_records_in_memory
//! says: 5 at the same time
//! says: with whoever waits to hand it on
//!
//! Five records are in memory at once, and four are allowed. You have counted
//! the queue and the record that is being written. Who else has one in the hand
//! while the queue is full?

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(limit - 1);
    let reader = async move {
        for number in 0..records {
            let record = tape.read(number).await;
            sender.send(record).await.unwrap();
        }
    };
    let writer = async {
        while let Some(record) = receiver.recv().await {
            tape.write(record).await;
        }
    };
    tokio::join!(reader, writer);
}
