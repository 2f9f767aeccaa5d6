//! wrong: never_more_than_four_records_in_memory
//! says: 6 at the same time
//! says: not only in a queue
//!
//! Six records are in memory at once, and four are allowed: the queue holds
//! four of them. In the timeline, a record's line goes from the end of its
//! reading to the end of its writing. Where are the two that are not in the
//! queue?

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(limit);
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
