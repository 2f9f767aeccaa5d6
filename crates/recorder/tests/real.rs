//! Programs that the paused clock cannot show: threads, blocking calls and
//! sockets, on the real clock.

#[path = "kit/kit.rs"]
mod kit;

use std::sync::Arc;
use std::thread;

use probes as probe;
use recorder::{Main, Program, Recorded, boxed};
use timeline::{
    By, Clock, End, EventKind, LaneKind, NeedKind, Outcome, ThreadKind, WaitFor,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use kit::real::{bounded, real};
use kit::{TICK, branch, call, lane, prints, waits};

const ONE: &Program<'static> = &Program {
    file: file!(),
    ..Program::PLAIN
};

const TWO: &Program<'static> = &Program {
    file: file!(),
    workers: Some(2),
    ..Program::PLAIN
};

/// What is found on the paused clock.
fn found(main: fn() -> Main) -> Vec<NeedKind> {
    match bounded(TWO, &[], main) {
        Recorded::NeedsRealClock(needs) => {
            needs.into_iter().map(|(kind, _)| kind).collect()
        }
        Recorded::Run(run) => {
            assert_eq!(run.clock(), Clock::Virtual);
            Vec::new()
        }
    }
}

fn thread_sends() -> Main {
    boxed(async {
        let (tx, mut rx) = mpsc::channel(1);
        thread::spawn(move || {
            for n in 0..3 {
                thread::sleep(TICK);
                if tx.blocking_send(n).is_err() {
                    return;
                }
            }
        });
        while let Some(n) = rx.recv().await {
            probe::line(format!("got {n}"), line!());
        }
    })
}

alone! {
fn a_thread_that_sends_is_no_deadlock() {
    assert_eq!(found(thread_sends), [NeedKind::Thread]);
    let run = real(ONE, thread_sends);
    assert_eq!(run.outcome, Outcome::Ok);
    assert_eq!(prints(&run, "main"), ["got 0", "got 1", "got 2"]);
    assert_eq!(run.lanes.len(), 2);
    assert_eq!(run.lanes[1].kind, LaneKind::Thread);
    assert_eq!(run.threads[1].kind, ThreadKind::Foreign);
    // Each message came from that thread, and woke `main` there; so did the
    // end of the channel, if `main` waited by then.
    let woken = |event: &&timeline::Event| {
        let by = By::Lane(1);
        matches!(event.kind, EventKind::Wake { lane: 0, by: b, .. } if b == by)
            && event.thread == 1
    };
    let woken = run.events.iter().filter(woken).count();
    assert!((3..=4).contains(&woken), "{woken}");
}
}

fn closure_under_timeout() -> Main {
    boxed(async {
        let slow = tokio::task::spawn_blocking(|| {
            thread::sleep(30 * TICK);
            probe::line("closure".to_owned(), line!());
        });
        let in_time = timeout(2 * TICK, slow).await.is_ok();
        probe::line(format!("in time: {in_time}"), line!());
        sleep(40 * TICK).await;
    })
}

alone! {
fn a_blocking_closure_takes_its_time_and_tells_what_it_does() {
    assert_eq!(found(closure_under_timeout), [NeedKind::SpawnBlocking]);
    let run = real(ONE, closure_under_timeout);
    assert_eq!(prints(&run, "main"), ["in time: false"]);
    assert_eq!(prints(&run, "blocking"), ["closure"]);
    let own = lane(&run, "blocking");
    let at = |wanted: &dyn Fn(&EventKind) -> bool| {
        let found = run.events.iter().find(|event| wanted(&event.kind));
        found.map(|event| (event.t, event.thread)).unwrap()
    };
    let queued = at(
        &|kind| matches!(kind, EventKind::Spawned { lane, .. } if *lane == own),
    );
    let began = at(&|kind| *kind == EventKind::Poll { lane: own });
    let ended = at(
        &|kind| matches!(kind, EventKind::End { lane, how: End::Done, .. } if *lane == own),
    );
    assert!(queued.0 <= began.0 && began.0 + 299_000 <= ended.0);
    assert_eq!((queued.1, began.1), (0, ended.1));
    let thread = &run.threads[began.1 as usize];
    assert_eq!(thread.kind, ThreadKind::Blocking);
}
}

alone! {
fn one_that_runs_when_main_returns_is_waited_for() {
    let run = real(ONE, || {
        boxed(async {
            let closure = || {
                thread::sleep(5 * TICK);
                probe::line("late".to_owned(), line!());
            };
            drop(tokio::task::spawn_blocking(closure));
            sleep(TICK).await;
        })
    });
    assert_eq!(prints(&run, "blocking"), ["late"]);
    assert!(run.end >= 45_000, "{}", run.end);
}
}

fn heartbeat() -> Main {
    boxed(async {
        let beat = async {
            sleep(2 * TICK).await;
        };
        let work = async {
            thread::sleep(15 * TICK);
        };
        tokio::join!(branch("beat", beat), branch("work", work));
    })
}

alone! {
fn what_holds_the_thread_is_as_long_as_it_was_and_timers_are_late() {
    assert_eq!(found(heartbeat), [NeedKind::BlockingCall]);
    let run = real(ONE, heartbeat);
    let work = lane(&run, "work");
    let times = run.events.iter().filter_map(|event| match event.kind {
        EventKind::Poll { lane } if lane == work => Some(event.t),
        EventKind::End { lane, .. } if lane == work => Some(event.t),
        _ => None,
    });
    let times: Vec<_> = times.collect();
    assert!(times[1] - times[0] >= 149_000, "{times:?}");
    let late = run.events.iter().find_map(|event| match event.kind {
        EventKind::Wake { late, .. } => late,
        _ => None,
    });
    assert!(late.is_some_and(|late| late >= 120_000), "{late:?}");
}
}

alone! {
fn two_workers_run_two_tasks_at_one_time() {
    let run = real(TWO, || {
        boxed(async {
            // Each waits for the other, and keeps its thread.
            let both = Arc::new(std::sync::Barrier::new(2));
            let meet = |both: &Arc<std::sync::Barrier>| {
                let both = Arc::clone(both);
                tokio::spawn(call("meets", async move {
                    both.wait();
                }))
            };
            let (a, b) = (meet(&both), meet(&both));
            a.await.and(b.await).unwrap();
        })
    });
    assert_eq!(run.outcome, Outcome::Ok);
    let ends = run.events.iter().filter_map(|event| match event.kind {
        EventKind::End { lane: 1.., how, .. } => Some((how, event.thread)),
        _ => None,
    });
    let ends: Vec<_> = ends.collect();
    assert_eq!((ends[0].0, ends[1].0), (End::Done, End::Done));
    assert_ne!(ends[0].1, ends[1].1, "{ends:?}");
    let workers = run.threads.iter().skip(1);
    assert!(workers.map(|one| one.kind).all(|k| k == ThreadKind::Worker));
}
}

fn listener() -> Main {
    boxed(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        drop(listener.accept().await);
    })
}

alone! {
fn who_waits_for_a_connection_waits_for_what_may_still_come() {
    assert_eq!(found(listener), [NeedKind::Socket]);
    let run = real(ONE, listener);
    assert_eq!(run.outcome, Outcome::Waiting);
    assert_eq!(waits(&run, "main"), [WaitFor::Accept]);
}
}

alone! {
fn a_socket_tells_that_it_waits_for_data_under_a_timeout_too() {
    let run = real(ONE, || {
        boxed(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            let client = async move {
                let mut stream = TcpStream::connect(address).await.unwrap();
                sleep(3 * TICK).await;
                stream.write_all(b"hello").await.unwrap();
            };
            let client = tokio::spawn(call("client", client));
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut data = [0; 5];
            let read = stream.read_exact(&mut data);
            timeout(100 * TICK, read).await.unwrap().unwrap();
            client.await.unwrap();
        })
    });
    assert_eq!(run.outcome, Outcome::Ok);
    let found = waits(&run, "main");
    assert!(found.contains(&WaitFor::Read), "{found:?}");
    let io = |event: &&timeline::Event| {
        matches!(
            event.kind,
            EventKind::Wake {
                lane: 0,
                by: By::Io,
                ..
            }
        )
    };
    assert!(run.events.iter().any(|event| io(&event)));
}
}

alone! {
fn a_runtime_inside_of_a_runtime_ends_as_the_panic_that_it_is() {
    fn nested() -> Main {
        boxed(async {
            sleep(TICK).await;
            tokio::runtime::Runtime::new().unwrap().block_on(async {});
        })
    }
    for main in [nested as fn() -> Main, || {
        boxed(async {
            sleep(TICK).await;
            drop(tokio::runtime::Runtime::new().unwrap());
        })
    }] {
        let run = real(ONE, main);
        assert_eq!(run.outcome, Outcome::Panic);
        let message = run.events.iter().find_map(|event| match &event.kind {
            EventKind::End { message, .. } => message.clone(),
            _ => None,
        });
        let message = message.unwrap();
        assert!(message.starts_with("Cannot "), "{message}");
    }
}
}

alone! {
fn a_task_of_another_runtime_is_told_too() {
    let run = real(ONE, || {
        boxed(async {
            let other = thread::spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                runtime.block_on(call("root", async {
                    let work = async { sleep(TICK).await };
                    tokio::spawn(call("work", work)).await.unwrap();
                }));
            });
            sleep(5 * TICK).await;
            other.join().unwrap();
        })
    });
    assert_eq!(run.outcome, Outcome::Ok);
    assert_eq!(waits(&run, "work"), [WaitFor::Timer]);
    let (_, how) = kit::end(&run, "work");
    assert_eq!(how, End::Done);
    assert_eq!(waits(&run, "root"), [WaitFor::Join]);
}
}

alone! {
fn a_thread_ends_as_it_ends() {
    let run = real(ONE, || {
        boxed(async {
            let print = |text: &str| probe::line(text.to_owned(), line!());
            let fine = thread::spawn(move || print("fine"));
            fine.join().unwrap();
            let name = "broken".to_owned();
            let broken = thread::Builder::new().name(name).spawn(move || {
                print("broken");
                panic!("no more");
            });
            drop(broken.unwrap().join());
        })
    });
    assert_eq!(kit::end(&run, "thread").1, End::Done);
    assert_eq!(kit::end(&run, "broken").1, End::Panic);
    assert_eq!(prints(&run, "broken"), ["broken"]);
}
}
