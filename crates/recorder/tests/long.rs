//! Runs that are too long to be kept: their beginning and their last part.

#[path = "kit/kit.rs"]
mod kit;

use std::time::Duration;

use probes as probe;
use recorder::{Bounds, Main, Program, Recorded, Start, boxed};
use timeline::{EventKind, NeedKind, Outcome, Run};
use tokio::sync::Semaphore;
use tokio::time::sleep;

use kit::{TICK, call, end, lane, prints};

const ONE: &Program<'static> = &Program {
    file: file!(),
    ..Program::PLAIN
};

fn long(needs: &[(NeedKind, u32)], main: fn() -> Main) -> Run {
    let bounds = Bounds {
        idle: Duration::from_secs(20),
        time: Duration::from_secs(300),
        real_time: Duration::from_secs(300),
        observations: 4_000,
    };
    let start = Start::Async(main);
    match recorder::bounded(ONE, needs, bounds, start).unwrap() {
        Recorded::Run(run) => {
            timeline::check(&run).unwrap();
            assert!(run.events.len() < 12_000, "{}", run.events.len());
            run
        }
        Recorded::NeedsRealClock(needs) => panic!("{needs:?}"),
    }
}

fn ticks() -> Main {
    boxed(async {
        let job = call("job", async {
            for n in 0..2_000 {
                sleep(TICK).await;
                probe::line(format!("tick {n}"), line!());
            }
        });
        let job = tokio::spawn(job);
        let late = async {
            sleep(500 * TICK).await;
            let inner = call("inner", sleep(1_490 * TICK));
            inner.await;
            sleep(10 * TICK).await;
        };
        let late = tokio::spawn(call("late", late));
        job.await.unwrap();
        late.await.unwrap();
    })
}

fn first_and_last_are_told(run: &Run) {
    assert_eq!(run.outcome, Outcome::Ok);
    let gap = run.gap.as_ref().unwrap();
    assert!(gap.from < gap.to && gap.to <= run.end, "{gap:?}");
    let lines = prints(run, "job");
    assert_eq!(lines[0], "tick 0");
    assert_eq!(lines[lines.len() - 1], "tick 1999");
    let told = u64::try_from(lines.len()).unwrap();
    assert_eq!(told + gap.lines, 2_000);
    assert!(gap.polls > 500, "{gap:?}");
    // The two tasks are told through the gap, and one future that began in it.
    assert_eq!(end(run, "job").1, timeline::End::Done);
    assert_eq!(end(run, "late").1, timeline::End::Done);
    assert_eq!(run.lanes.len(), 4, "{:?}", run.lanes);
    let parent = run.lanes[lane(run, "inner") as usize].parent;
    assert_eq!(parent, Some(lane(run, "late")));
}

alone! {
fn a_long_run_keeps_its_beginning_and_its_last_part() {
    let run = long(&[], ticks);
    first_and_last_are_told(&run);
    assert_eq!(run.end, 20_000_000);
}
}

alone! {
fn so_it_does_on_the_real_clock() {
    let run = long(&[(NeedKind::Thread, 0)], || {
        boxed(async {
            for n in 0..3_000 {
                tokio::task::yield_now().await;
                probe::line(format!("turn {n}"), line!());
            }
        })
    });
    assert_eq!(run.outcome, Outcome::Ok);
    let lines = prints(&run, "main");
    assert_eq!(lines[lines.len() - 1], "turn 2999");
    let told = u64::try_from(lines.len()).unwrap();
    assert_eq!(told + run.gap.unwrap().lines, 3_000);
}
}

alone! {
fn tasks_that_lived_only_in_the_gap_are_counted() {
    let run = long(&[], || {
        boxed(async {
            let permits: &'static Semaphore =
                Box::leak(Box::new(Semaphore::new(3)));
            for _ in 0..100 {
                let one = |_| {
                    tokio::spawn(call("one", async {
                        let _permit = permits.acquire().await;
                        sleep(TICK).await;
                    }))
                };
                let all: Vec<_> = (0..30).map(one).collect();
                for one in all {
                    one.await.unwrap();
                }
            }
        })
    });
    assert_eq!(run.outcome, Outcome::Ok);
    let gap = run.gap.as_ref().unwrap();
    let told = u64::try_from(run.lanes.len()).unwrap();
    assert_eq!(told + gap.lanes, 3_001);
    let ends = |kind: &EventKind| matches!(kind, EventKind::End { .. });
    let ended = run.events.iter().filter(|event| ends(&event.kind)).count();
    assert_eq!(ended, run.lanes.len());
}
}

alone! {
fn more_tasks_than_can_be_kept_are_counted_and_the_end_is_told() {
    let run = long(&[], || {
        boxed(async {
            let one = |n| {
                tokio::spawn(async move {
                    sleep(n * TICK).await;
                    probe::line(format!("{n} is done"), line!());
                })
            };
            let all: Vec<_> = (1..=5_000).map(one).collect();
            for one in all {
                one.await.unwrap();
            }
            probe::line("all are".to_owned(), line!());
        })
    });
    assert_eq!(run.outcome, Outcome::Ok);
    assert_eq!(prints(&run, "main"), ["all are"]);
    let gap = run.gap.as_ref().unwrap();
    let told = u64::try_from(run.lanes.len()).unwrap();
    assert!(told < 3_000, "{told}");
    assert!(told + gap.lanes >= 5_001, "{told} {gap:?}");
}
}
