//! What the simulated services of an exercise tell, and what of a check is
//! left out.

#[path = "kit/kit.rs"]
mod kit;

use std::time::Duration;

use futures::future::join_all;
use kit::{call, has, told};
use lab::{Log, Site, finish, ms};
use recorder::{Bounds, Program, Recorded, Stop, boxed};
use timeline::{EventKind, LaneKind, Outcome, Run};

const PROGRAM: &Program<'static> = &Program {
    file: file!(),
    check: true,
    ..Program::PLAIN
};

fn record(check: impl Future<Output = ()> + 'static) -> Run {
    recorder::run(PROGRAM, check).expect("the runtime starts")
}

fn names(run: &Run) -> Vec<&str> {
    run.lanes.iter().map(|lane| lane.name.as_str()).collect()
}

#[test]
fn a_block_whose_work_is_one_visit_bears_its_name() {
    let run = record(async {
        let site = Site::new();
        let pages = (0..3).map(|page| call("block", site.fetch(page)));
        finish("fetch", &site, join_all(pages)).await;
    });
    assert_eq!(names(&run), ["fetch", "page 0", "page 1", "page 2"]);
    assert_eq!(run.lanes[1].kind, LaneKind::Future);
}

#[test]
fn visits_of_one_lane_are_rows_of_their_own() {
    let run = record(async {
        let site = Site::new();
        let both = async {
            site.fetch(7).await;
            site.fetch(8).await;
        };
        finish("fetch", &site, both).await;
    });
    assert_eq!(names(&run), ["fetch", "page 7", "page 8"]);
    assert_eq!(run.lanes[2].kind, LaneKind::Visit);
    has(&run, "fetch begins page 8");
    has(&run, "fetch waits for page 7");
}

#[test]
fn a_task_that_makes_one_visit_is_it() {
    let run = record(async {
        let log = Log::new();
        let task = tokio::spawn(log.visit("worker 1", ms(10)));
        finish("work", &log, task).await.unwrap();
    });
    assert_eq!(names(&run), ["work", "worker 1"]);
    assert_eq!(run.lanes[1].kind, LaneKind::Task);
}

#[test]
fn a_visit_that_is_dropped_says_so() {
    let run = record(async {
        let site = Site::new();
        let cut = tokio::time::timeout(ms(30), site.fetch(1));
        let _ = finish("fetch", &site, cut).await;
    });
    let left = run.events.iter().find_map(|event| match event.kind {
        EventKind::Leave { dropped, .. } => Some((event.t, dropped)),
        _ => None,
    });
    assert_eq!(left, Some((30_000, true)));
}

#[test]
fn the_limit_of_the_check_is_not_in_the_recording() {
    let run = record(async {
        let site = Site::new();
        finish("fetch", &site, site.fetch(1)).await;
    });
    let deadline = |event: &timeline::Event| {
        matches!(event.kind, EventKind::Wait {
            until: Some(until), ..
        } if until > 100_000)
    };
    assert!(!run.events.iter().any(deadline), "{:#?}", told(&run));
    assert_eq!((run.end, run.outcome), (100_000, Outcome::Ok));
}

#[test]
fn a_deadlock_ends_where_nothing_happens_any_more() {
    let run = record(async {
        let site = Site::new();
        let stuck = async {
            site.fetch(1).await;
            std::future::pending::<()>().await;
        };
        finish("fetch", &site, stuck).await;
    });
    assert_eq!((run.end, run.outcome), (100_000, Outcome::Deadlock));
}

#[test]
fn what_a_check_waits_for_at_last_is_its_own() {
    let run = record(async {
        let site = Site::new();
        finish("fetch", &site, site.fetch(1)).await;
        lab::check_cancelled(&site, "page 1", 70).await;
    });
    assert_eq!((run.end, run.outcome), (100_000, Outcome::Ok));
}

#[test]
fn a_complaint_is_no_panic_of_the_program() {
    let run = record(async {
        let site = Site::new();
        finish("fetch", &site, site.fetch(1)).await;
        lab::check_took(&site, 7);
    });
    assert_eq!(run.outcome, Outcome::Ok);
    assert!(!told(&run).iter().any(|text| text.contains("expected")));
}

#[test]
fn a_panic_that_a_check_catches_is_told() {
    let run = record(async {
        let log = Log::new();
        lab::survive("f", &log, async { panic!("oh no") }).await
    });
    assert_eq!(run.outcome, Outcome::Panic);
    has(&run, "f is ended by a panic: oh no");
}

fn block() {
    loop {
        std::thread::park();
    }
}

async fn spin() {
    loop {
        tokio::task::yield_now().await;
    }
}

fn bounded(main: fn() -> recorder::Main, observations: usize) -> Run {
    let bounds = Bounds {
        idle: Duration::from_millis(500),
        time: Duration::from_secs(60),
        real_time: Duration::from_secs(60),
        observations,
    };
    let start = recorder::Start::Async(main);
    match recorder::bounded(PROGRAM, &[], bounds, start) {
        Ok(Recorded::Run(run)) => run,
        Ok(Recorded::NeedsRealClock(needs)) => panic!("{needs:?}"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_thread_that_never_comes_back_is_left_behind() {
    let run = bounded(
        || {
            boxed(async {
                Site::new().fetch(1).await;
                block();
            })
        },
        20_000,
    );
    assert_eq!((run.end, run.outcome), (100_000, Outcome::Hung));
}

#[test]
fn too_many_observations_end_the_recording() {
    let run = bounded(|| boxed(spin()), 300);
    assert_eq!(run.outcome, Outcome::Flood);
    assert!(run.events.len() <= 300);
}

#[test]
fn who_would_end_the_process_ends_the_run() {
    let run = bounded(
        || {
            boxed(async {
                Site::new().fetch(1).await;
                recorder::stops(Stop::Exit);
            })
        },
        20_000,
    );
    assert_eq!((run.end, run.outcome), (100_000, Outcome::Error));
    has(&run, "it ended the process");
}
