//! right
//!
//! A permit for each record, from read to written.

use std::sync::Arc;

use lab::Tape;
use tokio::sync::{Semaphore, mpsc};

pub async fn copy(tape: &Tape, records: u32, limit: usize) {
    let room = Arc::new(Semaphore::new(limit));
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let reader = async move {
        for number in 0..records {
            let room = Arc::clone(&room);
            let permit = room.acquire_owned().await.expect("stays open");
            let record = tape.read(number).await;
            sender.send((record, permit)).expect("the writer is here");
        }
    };
    let writer = async {
        while let Some((record, permit)) = receiver.recv().await {
            tape.write(record).await;
            drop(permit);
        }
    };
    tokio::join!(reader, writer);
}
