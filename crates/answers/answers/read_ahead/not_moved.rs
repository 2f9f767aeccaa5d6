//! wrong: every_record_arrives_in_order
//! says: never finished
//! says: is it really gone when the reading is over
//!
//! All twelve records are written, and then the writer waits for a thirteenth.
//! The reading is over, and its sender is still there: a block that borrows a
//! variable does not end its life. Who owns the sender, and when is it dropped?

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(limit - 2);
    let reader = async {
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
