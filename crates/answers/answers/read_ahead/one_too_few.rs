//! wrong: the_whole_room_is_used
//! says: never more than 7 at the same time
//!
//! Seven records are in memory at most, and eight would be allowed. The copy is
//! no slower for it here; with a longer pause in the reading, the writer would
//! run out of work too early. Count again: who has a record while the queue is
//! full?

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::channel((limit - 2).max(2) - 1);
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
