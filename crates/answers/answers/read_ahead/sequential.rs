//! wrong: reading_and_writing_overlap
//! says: it took 1100 ms
//! says: one after another
//!
//! Each record is read and then written, and meanwhile nobody reads: 110 ms for
//! each. The two halves of the work do not need each other's hands. What would
//! have to run at the same time?

use lab::Tape;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    for number in 0..records {
        let record = tape.read(number).await;
        tape.write(record).await;
    }
    let _ = limit;
}
