//! wrong: reading_and_writing_overlap
//! says: exactly 1010 ms
//! says: although there was room
//!
//! Fills the room, empties it, fills it again.

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
