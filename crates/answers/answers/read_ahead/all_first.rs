//! wrong: never_more_than_four_records_in_memory
//! says: 20 at the same time
//! says: Nobody was made to wait
//!
//! Everything is read before anything is written: the timeline shows all twenty
//! records in memory at once. Nobody ever told the reader to wait. What should
//! happen when the room is full?

use lab::Tape;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let mut all = Vec::new();
    for number in 0..records {
        all.push(tape.read(number).await);
    }
    for record in all {
        tape.write(record).await;
    }
    let _ = limit;
}
