//! wrong: reading_and_writing_overlap
//! says: it took 340 ms
//! says: over too soon
//!
//! It is over too soon: the timeline shows up to four writes at the same time,
//! and there is one tape to write to. The memory is limited, and that is right.
//! Who should write, and how many of them are there?

use std::sync::Arc;

use lab::Tape;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let room = Arc::new(Semaphore::new(limit));
    let mut writes = JoinSet::new();
    for number in 0..records {
        let permit = room.clone().acquire_owned().await.unwrap();
        let record = tape.read(number).await;
        let tape = tape.clone();
        writes.spawn(async move {
            tape.write(record).await;
            drop(permit);
        });
    }
    writes.join_all().await;
}
