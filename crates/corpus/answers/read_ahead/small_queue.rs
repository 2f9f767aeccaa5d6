//! wrong: the_whole_room_is_used
//! says: as many as 8
//! says: never more than 3 at the same time
//! says: lets in fewer than it could
//!
//! A queue of one, whatever the limit.

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
