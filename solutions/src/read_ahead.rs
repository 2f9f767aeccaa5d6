//! Copy a tape: read ahead while the slow side writes, but only so far.

use lab::Tape;
// begin solution
use tokio::sync::mpsc;
// end solution

/// Copies the records `0..records`, in order: `tape.read(n)` gives a record,
/// `tape.write(record)` takes it. At most `limit` records (3 or more) may be
/// in memory at once: read, and not yet written. Use the whole room.
pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    // begin solution
    //~ // TODO: a reader and a writer that run at the same time, and a bounded
    //~ // queue between them.
    //~ todo!("{records} records from {tape:?}, {limit} of them in memory")
    // Two more records are in somebody's hand: one is being written, one
    // waits in `send`.
    let (sender, mut receiver) = mpsc::channel(limit - 2);
    let reader = async move {
        for number in 0..records {
            let record = tape.read(number).await;
            sender.send(record).await.expect("the writer is still here");
        }
        // `move` made the sender ours: it is dropped here, and the queue ends.
    };
    let writer = async {
        while let Some(record) = receiver.recv().await {
            tape.write(record).await;
        }
    };
    tokio::join!(reader, writer);
    // end solution
}
