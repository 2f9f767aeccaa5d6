//! Asked to stop, it stops soon, and nothing that it received is lost.

use lab::{
    Store, Watched as _, check_results, check_that, check_took, finish, law, ms,
};
use tokio::sync::mpsc;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::exercise::*;

/// Sends these readings at once and asks `collect` to stop at `stop_at`. The
/// sender stays.
async fn run(store: &Store, readings: u32, stop_at: u64) {
    let (tx, rx) = mpsc::channel(16);
    for reading in 1..=readings {
        tx.send(reading).await.expect("the receiver exists");
    }
    let stop = CancellationToken::new();
    let collecting = collect(rx, store.clone(), stop.clone());
    finish("collect", store, async {
        tokio::join!(collecting, async {
            sleep(ms(stop_at)).await;
            stop.cancel();
        });
    })
    .await;
}

/// Two readings, which are no full batch, and the wish to stop at 250 ms.
#[lab::check]
async fn what_is_left_is_written_before_it_stops() {
    let store = Store::new();
    run(&store, 2, 250).await;
    check_results(&store, &store.written(), &[vec![1, 2]]);
}

/// It waits for a reading that does not come, and is told to stop: the write
/// begins at once and takes 100 ms.
#[lab::check]
async fn it_stops_as_soon_as_it_is_asked() {
    let store = Store::new();
    run(&store, 2, 250).await;
    check_took(&store, 350);
}

/// Seven readings are two batches and one reading left over.
#[lab::check]
async fn full_batches_are_written_as_they_fill() {
    let store = Store::new();
    run(&store, 7, 1000).await;
    let starts: Vec<_> = store
        .log()
        .visits()
        .iter()
        .map(|visit| visit.start)
        .collect();
    check_that(
        &store,
        starts == [ms(0), ms(100), ms(1000)],
        "the batches are written at 0, 100 and 1000 ms",
        &format!("they are written at {starts:?}"),
        "A batch is full when it has three readings, and is written then; \
         only what is left over waits for the end.",
    );
    let expected = [vec![1, 2, 3], vec![4, 5, 6], vec![7]];
    check_results(&store, &store.written(), &expected);
}

/// Three readings are one batch. What is left over is nothing.
#[lab::check]
async fn an_empty_batch_is_not_written() {
    let store = Store::new();
    run(&store, 3, 500).await;
    check_results(&store, &store.written(), &[vec![1, 2, 3]]);
    check_took(&store, 500);
}

/// At 50 ms a write is half done.
#[lab::check]
async fn a_write_that_has_begun_is_not_cut_off() {
    let store = Store::new();
    run(&store, 3, 50).await;
    let cut = store.log().visits().iter().any(|visit| visit.dropped);
    check_that(
        &store,
        !cut,
        "the batch is written once, and whole",
        "its write was dropped half done",
        "When it is asked to stop, only the wait for the next reading may \
         be given up. Is the write part of what is dropped?",
    );
    check_results(&store, &store.written(), &[vec![1, 2, 3]]);
    check_took(&store, 100);
}

/// Nobody asks it to stop; the sender goes away.
#[lab::check]
async fn the_end_of_the_readings_is_an_end_too() {
    let store = Store::new();
    let (tx, rx) = mpsc::channel(16);
    for reading in 1..=4 {
        tx.send(reading).await.expect("the receiver exists");
    }
    drop(tx);
    let stop = CancellationToken::new();
    let collecting = collect(rx, store.clone(), stop.clone());
    finish("collect", &store, collecting).await;
    check_results(&store, &store.written(), &[vec![1, 2, 3], vec![4]]);
    check_took(&store, 200);
}

/// Somebody always has one more reading. The stop comes at 250 ms.
#[lab::check]
async fn a_busy_sender_does_not_put_off_the_end() {
    let store = Store::new();
    let (tx, rx) = mpsc::channel(16);
    let stop = CancellationToken::new();
    let collecting = collect(rx, store.clone(), stop.clone());
    let sending = async move {
        let mut reading = 0;
        let begun = tokio::time::Instant::now();
        // Ten seconds are as good as for ever.
        while begun.elapsed() < ms(10_000) && tx.send(reading).await.is_ok() {
            reading += 1;
        }
    };
    finish("collect", &store, async {
        tokio::join!(collecting, sending, async {
            sleep(ms(250)).await;
            stop.cancel();
        });
    })
    .await;
    let took = store.log().now();
    check_that(
        &store,
        took <= ms(5000),
        "it ends soon after the stop, with what it had received by then",
        &format!("it ended at {} ms", took.as_millis()),
        "New readings come all the time. Does anybody look at the stop \
         while there is always one more?",
    );
}

/// Any readings: in threes, and then what is left.
#[lab::check]
async fn any_readings_are_written() {
    law(|case| {
        Box::pin(async move {
            let store = Store::new();
            let (tx, rx) = mpsc::channel(case.number);
            let stop = CancellationToken::new();
            let collecting = collect(rx, store.clone(), stop.clone());
            let sending = async {
                for reading in case.values() {
                    tx.send(reading).await.expect("the receiver exists");
                }
                drop(tx);
            };
            let both = async { tokio::join!(collecting, sending) };
            finish("collect", &store, both).await;
            let values = case.values();
            let batches = values.chunks(3).map(<[u32]>::to_vec);
            check_results(&store, &store.written(), &Vec::from_iter(batches));
        })
    });
}
