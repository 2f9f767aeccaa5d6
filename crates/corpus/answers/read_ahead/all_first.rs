//! wrong: never_more_than_four_records_in_memory
//! says: 20 at the same time
//! says: Nobody was made to wait
//!
//! Reads everything, then writes everything.

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
