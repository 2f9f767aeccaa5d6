//! wrong: every_record_arrives_in_order
//! says: what is dropped never comes
//! says: -> dropped at
//!
//! Gives up on a full queue instead of waiting.

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(limit - 2);
    let reader = async move {
        for number in 0..records {
            let record = tape.read(number).await;
            sender.try_send(record).ok();
        }
    };
    let writer = async {
        while let Some(record) = receiver.recv().await {
            tape.write(record).await;
        }
    };
    tokio::join!(reader, writer);
}
