//! wrong: reading_and_writing_overlap
//! says: it took 1100 ms
//! says: one after another
//!
//! Never ahead at all.

use lab::Tape;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    for number in 0..records {
        let record = tape.read(number).await;
        tape.write(record).await;
    }
    let _ = limit;
}
