//! wrong: reading_and_writing_overlap
//! says: it took 1100 ms
//! says: longer than was needed
//!
//! Four records are read, then four are written, and so on. While the reader
//! works, the writer has nothing to do, and the other way round, so it takes
//! 1100 ms. What can be read while the first record is being written?

use lab::Tape;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let mut number = 0;
    while number < records {
        let mut batch = Vec::new();
        while batch.len() < limit && number < records {
            batch.push(tape.read(number).await);
            number += 1;
        }
        for record in batch {
            tape.write(record).await;
        }
    }
}
