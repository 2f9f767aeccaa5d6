//! wrong: the_whole_room_is_used
//! says: never more than 3 at the same time
//! says: lets in fewer than it could
//!
//! Three records are in memory at most, whatever the limit is. The reader is
//! stopped early, and when record 8 takes long, the writer has nothing left to
//! do from 810 ms to 1210 ms. What should the size of the queue depend on?

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel(1);
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
    let _ = limit;
}
