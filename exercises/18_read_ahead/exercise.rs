//! Copy a tape: read ahead while the slow side writes, but only so far.

use lab::Tape;

/// Copies the records `0..records`, in order: `tape.read(n)` gives a record,
/// `tape.write(record)` takes it. At most `limit` records (3 or more) may be
/// in memory at once: read, and not yet written. Use the whole room.
pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    // TODO: a reader and a writer that run at the same time, and a bounded
    // queue between them.
    todo!("{records} records from {tape:?}, {limit} of them in memory")
}
