//! wrong: never_more_than_four_records_in_memory
//! says: 19 at the same time
//! says: not only in a queue
//!
//! Nothing makes the reader wait: the timeline shows 19 records in memory at
//! once. The queue has no limit, as `asyncio.Queue()` has none. Which kind of
//! queue makes the sender wait, and for what?

use lab::Tape;
use tokio::sync::mpsc;

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let reader = async move {
        for number in 0..records {
            sender.send(tape.read(number).await).unwrap();
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
