//! A sleep made inside a select loop begins again with each turn.
//!
//! In Python this is `wait_for(queue.get(), 0.25)` in a loop.
//!
//!     cargo run --example restart_sleep

use std::{pin::pin, time::Duration};
use tokio::{
    select,
    time::{Instant, Interval, interval, sleep},
};

const BEAT: Duration = Duration::from_millis(250);

/// A message every 100 ms, and the first one at 100 ms.
async fn messages() -> Interval {
    let mut messages = interval(Duration::from_millis(100));
    messages.tick().await;
    messages
}

// ANCHOR: anew
async fn made_anew() -> u32 {
    let (mut messages, mut beats, mut seen) = (messages().await, 0, 0);
    while seen < 10 {
        select! {
            biased;
            _ = messages.tick() => seen += 1,
            () = sleep(BEAT) => beats += 1,
        }
    }
    beats
}
// ANCHOR_END: anew

// ANCHOR: once
async fn made_once() -> u32 {
    let (mut messages, mut beats, mut seen) = (messages().await, 0, 0);
    let mut beat = pin!(sleep(BEAT));
    while seen < 10 {
        select! {
            biased;
            _ = messages.tick() => seen += 1,
            () = &mut beat => {
                beats += 1;
                beat.as_mut().reset(Instant::now() + BEAT);
            }
        }
    }
    beats
}
// ANCHOR_END: once

#[tokio::main]
async fn main() {
    println!("made anew: {} beats", made_anew().await);
    println!("made once: {} beats", made_once().await);
}
