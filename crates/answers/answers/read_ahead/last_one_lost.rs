//! wrong: every_record_arrives_in_order
//! says: what is dropped never comes
//! says: -> dropped at
//!
//! Records 3 to 10 are read, and dropped at once: the queue was full, and they
//! were given up. The timeline shows the writer busy with earlier ones all that
//! time. What should the reader do with a record when there is no room?

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
