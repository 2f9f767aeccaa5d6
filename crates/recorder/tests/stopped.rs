//! How a run on the real clock is told that was stopped: it hung, it was a
//! deadlock, or something may still come.

#[path = "kit/kit.rs"]
mod kit;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use recorder::{Main, Program, Recorded, boxed};
use timeline::{Outcome, Run, WaitFor};
use tokio::sync::{Mutex, oneshot};
use tokio::time::sleep;

use kit::real::{bounded, real};
use kit::{TICK, call, waits};

const ONE: &Program<'static> = &Program {
    file: file!(),
    ..Program::PLAIN
};

alone! {
fn a_deadlock_is_one_on_the_real_clock_too() {
    let run = real(ONE, || {
        boxed(async {
            let lock = Arc::new(Mutex::new(()));
            let _held = lock.lock().await;
            let _again = lock.lock().await;
        })
    });
    assert_eq!(run.outcome, Outcome::Deadlock);
    assert_eq!(waits(&run, "main"), [WaitFor::Lock]);
}
}

alone! {
fn who_waits_for_a_thread_a_closure_or_a_time_is_no_deadlock() {
    let run = real(ONE, || {
        boxed(async {
            let (tx, rx) = oneshot::channel::<()>();
            thread::spawn(move || {
                thread::sleep(Duration::from_secs(60));
                drop(tx);
            });
            rx.await.ok();
        })
    });
    assert_eq!(run.outcome, Outcome::Waiting);
    let run = real(ONE, || {
        boxed(async {
            let hour = || thread::sleep(Duration::from_secs(60));
            tokio::task::spawn_blocking(hour).await.ok();
        })
    });
    assert_eq!(run.outcome, Outcome::Waiting);
    let run = real(ONE, || {
        boxed(async { sleep(Duration::from_secs(60)).await })
    });
    assert_eq!(run.outcome, Outcome::Waiting);
}
}

/// It stands in the line after this one.
const STANDS: u32 = line!() + 3;
fn block() {
    loop {
        thread::park();
    }
}

fn hangs() -> Main {
    boxed(async {
        sleep(TICK).await;
        call("stuck", async { block() }).await;
    })
}

/// The line at which the only thread that is told of stands, and in which
/// lane.
fn stands(run: &Run) -> (u32, &str) {
    assert_eq!(run.outcome, Outcome::Hung);
    assert_eq!(run.stands.len(), 1, "{:?}", run.stands);
    let stand = &run.stands[0];
    assert_eq!(stand.since, 10_000.max(stand.since));
    let call = stand.call.as_deref().unwrap_or_default();
    assert!(call.starts_with("std::thread"), "{call}");
    let lane = &run.lanes[stand.lane.unwrap() as usize];
    (run.sites[stand.sites[0] as usize].line, &lane.name)
}

alone! {
fn who_keeps_the_thread_hangs_and_is_told_where() {
    assert_eq!(stands(&real(ONE, hangs)), (STANDS, "stuck"));
    match bounded(ONE, &[], hangs) {
        Recorded::Run(run) => assert_eq!(stands(&run), (STANDS, "stuck")),
        Recorded::NeedsRealClock(needs) => panic!("{needs:?}"),
    }
}
}
