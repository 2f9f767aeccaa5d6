//! Whoever flushes the outbox gives up now and then.

use lab::{
    Log, check_messages, check_that, check_took, check_waiting, finish, law, ms,
};
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::{sleep, timeout};

use super::exercise::*;

const FIVE: [&str; 5] = ["a", "b", "c", "d", "e"];

/// An outbox in which five messages wait, and a channel with `slots` slots.
fn outbox(slots: usize) -> (Outbox, Receiver<String>) {
    let (out, listener) = mpsc::channel(slots);
    let mut outbox = Outbox::new(out);
    for message in FIVE {
        outbox.put(message);
    }
    (outbox, listener)
}

/// Takes `count` messages, one every 100 ms.
async fn listen(
    log: Log,
    mut from: Receiver<String>,
    count: u32,
) -> Vec<String> {
    let mut got = Vec::new();
    for _ in 0..count {
        log.visit("listener", ms(100)).await;
        got.extend(from.recv().await);
    }
    got
}

/// One `flush`, which is dropped after `limit` milliseconds.
async fn flush(log: &Log, outbox: &mut Outbox, limit: u64) -> Option<bool> {
    let stay = log.enter("flush");
    let all = timeout(ms(limit), outbox.flush()).await.ok()?;
    stay.done();
    Some(all)
}

/// Two slots, nobody listens yet, and `flush` is dropped at 50 ms.
#[lab::check]
async fn what_was_not_sent_still_waits() {
    let log = Log::new();
    let (mut outbox, mut listener) = outbox(2);
    finish("flush", &log, flush(&log, &mut outbox, 50)).await;
    check_waiting(&log, &outbox.waiting(), &FIVE[2..]);
    let mut sent = Vec::new();
    while let Ok(message) = listener.try_recv() {
        sent.push(message);
    }
    check_messages(&log, &sent, &FIVE[..2]);
}

/// A `flush` every 30 ms, and a listener who is slower.
#[lab::check]
async fn each_message_arrives_once_and_in_order() {
    let log = Log::new();
    let (mut outbox, listener) = outbox(1);
    let listener = tokio::spawn(listen(log.clone(), listener, 5));
    let flushing =
        async { while flush(&log, &mut outbox, 30).await.is_none() {} };
    finish("flush", &log, flushing).await;
    drop(outbox);
    let got = finish("flush", &log, listener).await.expect("no panic");
    check_messages(&log, &got, &FIVE);
    check_took(&log, 500);
}

/// What is put in between two calls comes after what waits already.
#[lab::check]
async fn later_messages_stay_behind_earlier_ones() {
    let log = Log::new();
    let (mut outbox, listener) = outbox(1);
    finish("flush", &log, flush(&log, &mut outbox, 50)).await;
    outbox.put("f");
    check_waiting(&log, &outbox.waiting(), &["b", "c", "d", "e", "f"]);
    let listener = tokio::spawn(listen(log.clone(), listener, 6));
    finish("flush", &log, flush(&log, &mut outbox, 10_000)).await;
    let got = finish("flush", &log, listener).await.expect("no panic");
    check_messages(&log, &got, &["a", "b", "c", "d", "e", "f"]);
}

/// Nobody listens: `flush` says so at once, and nothing is gone.
#[lab::check]
async fn without_a_listener_everything_still_waits() {
    let log = Log::new();
    let (mut outbox, listener) = outbox(2);
    drop(listener);
    let all = finish("flush", &log, flush(&log, &mut outbox, 50)).await;
    check_waiting(&log, &outbox.waiting(), &FIVE);
    assert_eq!(all, Some(false), "`flush` ends at once and says false");
}

/// The listener goes while `flush` waits for a slot.
#[lab::check]
async fn a_listener_who_leaves_takes_no_message_along() {
    let log = Log::new();
    let (mut outbox, listener) = outbox(1);
    tokio::spawn(async move {
        sleep(ms(100)).await;
        drop(listener);
    });
    let all = finish("flush", &log, flush(&log, &mut outbox, 1000)).await;
    check_waiting(&log, &outbox.waiting(), &FIVE[1..]);
    check_took(&log, 100);
    assert_eq!(all, Some(false), "`flush` ends and says false");
}

/// One slot: "a" has it, "b" waits until somebody listens. Then "b" has it,
/// and nothing is left to send.
#[lab::check]
async fn a_slot_is_needed_for_a_message_only() {
    let log = Log::new();
    let (out, mut listener) = mpsc::channel(1);
    let mut outbox = Outbox::new(out);
    outbox.put("a");
    outbox.put("b");
    finish("flush", &log, flush(&log, &mut outbox, 50)).await;
    check_waiting(&log, &outbox.waiting(), &["b"]);
    let first = finish("flush", &log, listener.recv()).await;
    let all = finish("flush", &log, flush(&log, &mut outbox, 50)).await;
    check_that(
        &log,
        first.as_deref() == Some("a") && all == Some(true),
        "`flush` sends \"b\" and says `true` at once",
        match all {
            Some(true) => "\"a\" did not come first",
            Some(false) => "it said `false`",
            None => "it still waited 50 ms later, and was dropped",
        },
        "The last message has the only slot, and nothing else waits to be \
         sent. Does your loop look for a message first, or for a slot?",
    );
}

/// Any number of messages and slots, and a `flush` that is dropped again and again.
#[lab::check]
async fn any_messages_arrive_once() {
    law(|case| {
        Box::pin(async move {
            let log = Log::new();
            let (out, listener) = mpsc::channel(case.number);
            let mut outbox = Outbox::new(out);
            let messages = (0..case.items.len()).map(|n| format!("m{n}"));
            let messages = Vec::from_iter(messages);
            messages.iter().for_each(|message| outbox.put(message));
            let count = messages.len() as u32;
            let listener = tokio::spawn(listen(log.clone(), listener, count));
            let flushing = async {
                while flush(&log, &mut outbox, case.moment).await.is_none() {}
            };
            finish("flush", &log, flushing).await;
            drop(outbox);
            let got = finish("flush", &log, listener).await.expect("no panic");
            let expected = Vec::from_iter(messages.iter().map(String::as_str));
            check_messages(&log, &got, &expected);
        })
    });
}
