//! What the recorder sees of sets of tasks and of futures.

use std::future::Future;
use std::time::Duration;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use recorder::probe::Made;
use recorder::{Program, probe, run};
use timeline::{EventKind, WaitFor};
use tokio::task::JoinSet;
use tokio::time::sleep;

const BRANCH: Made = Made::Branch { of: 0, lent: false };
const TICK: Duration = Duration::from_millis(10);

/// What `main` waits for at this time.
fn waits(main: impl Future<Output = ()> + 'static, at: u64) -> Vec<WaitFor> {
    let program = Program {
        file: file!(),
        ..Program::PLAIN
    };
    let run = run(&program, main).expect("the runtime starts");
    let found = run.events.iter().filter_map(|event| match event.kind {
        EventKind::Wait { lane: 0, on, .. } if event.t == at => Some(on),
        _ => None,
    });
    found.collect()
}

#[test]
fn who_has_taken_a_result_out_of_a_set_waits_for_it_no_more() {
    let tasks = async {
        let mut set = JoinSet::new();
        set.spawn(sleep(TICK));
        set.spawn(sleep(5 * TICK));
        set.join_next().await;
        sleep(TICK).await;
    };
    assert_eq!(waits(tasks, 10_000), [WaitFor::Timer]);
    let futures = async {
        let mut set = FuturesUnordered::new();
        set.push(sleep(TICK));
        set.push(sleep(5 * TICK));
        set.next().await;
        sleep(TICK).await;
    };
    assert_eq!(waits(futures, 10_000), [WaitFor::Timer]);
}

#[test]
fn who_has_dropped_its_branches_waits_for_them_no_more() {
    let branches = async {
        let failing =
            probe::future("a".into(), BRANCH, line!(), fail(), |_| None);
        let slow = probe::future("b".into(), BRANCH, line!(), slow(), |_| None);
        tokio::try_join!(failing, slow).ok();
        sleep(TICK).await;
    };
    // `b` was pending in the poll that dropped it.
    assert_eq!(waits(branches, 10_000), [WaitFor::Timer]);
}

async fn fail() -> Result<(), ()> {
    sleep(TICK).await;
    Err(())
}

async fn slow() -> Result<(), ()> {
    sleep(5 * TICK).await;
    Ok(())
}
