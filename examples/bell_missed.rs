//! A loop that is busy now and then, and the rings that it hears.
//!
//! In Python this is `event.set()` and `event.clear()` beside such a loop.
//!
//!     cargo run --example bell_missed

use std::time::Duration;
use tokio::{
    join, select,
    sync::Notify,
    time::{Instant, interval, sleep, sleep_until},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn rings(ring: impl Fn()) {
    sleep(ms(500)).await;
    for _ in 0..4 {
        ring();
        sleep(ms(600)).await;
    }
}

// ANCHOR: listen
async fn listen(bell: &Notify) -> u32 {
    let mut heard = 0;
    let mut ticks = interval(ms(400));
    let end = Instant::now() + ms(2700);
    loop {
        select! {
            () = sleep_until(end) => return heard,
            () = bell.notified() => heard += 1,
            _ = ticks.tick() => sleep(ms(200)).await, // Busy.
        }
    }
}
// ANCHOR_END: listen

#[tokio::main]
async fn main() {
    let (all, one) = (Notify::new(), Notify::new());
    let (all, one, (), ()) = join!(
        listen(&all),
        listen(&one),
        rings(|| all.notify_waiters()),
        rings(|| one.notify_one()),
    );
    println!("notify_waiters(): heard {all} of 4");
    println!("notify_one():     heard {one} of 4");
}
