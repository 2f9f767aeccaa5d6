//! All orders of several threads: what is wrong is found each time, and what
//! is right is never rejected.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use lab::explore::{Race, Work, explore, thread};
use tokio::sync::Notify;

mod exercise;
lab::explored!("exercise.rs");

/// What the check says, if it says something.
fn said(race: impl Fn() -> Race) -> Option<String> {
    let check = async { explore("it", "all is well", "?", race).await };
    let run = || lab::run(std::pin::pin!(check));
    let panic = catch_unwind(AssertUnwindSafe(run)).err()?;
    panic.downcast::<String>().ok().map(|text| *text)
}

fn race(threads: Vec<Work>) -> Race {
    Race {
        threads,
        verdict: Box::new(|| Ok(())),
    }
}

#[tokio::test]
async fn the_copy_does_what_the_answer_does() {
    let plain = exercise::Shared::default();
    let copy = explored::Shared::default();
    assert_eq!(plain.forms(), copy.forms());
    assert_eq!(plain.waits().await.ok(), copy.waits().await.ok());
}

#[test]
fn an_update_that_is_lost_is_found_each_time() {
    let two = || {
        let seen = Arc::new(AtomicUsize::new(0));
        let call = || {
            let seen = Arc::clone(&seen);
            thread(move || async move { explored::count(&seen) })
        };
        let threads = vec![call(), call()];
        Race {
            threads,
            verdict: Box::new(move || match seen.load(SeqCst) {
                2 => Ok(()),
                n => Err(format!("it says {n}")),
            }),
        }
    };
    let first = said(two).expect("it is found");
    assert!(first.contains("happened: it says 1"), "{first}");
    assert!(
        first.contains(
            "  thread 1: load\n  thread 2: load, store\n  thread 1: store"
        ),
        "{first}"
    );
    for _ in 0..20 {
        assert_eq!(said(two).as_ref(), Some(&first));
    }
}

#[test]
fn a_circle_of_locks_is_a_deadlock() {
    use lab::explore::std::sync::Mutex;
    let text = said(|| {
        let pair = Arc::new((Mutex::new(1), Mutex::new(2)));
        let other = Arc::clone(&pair);
        race(vec![
            thread(move || async move { explored::both(&pair.0, &pair.1) }),
            thread(move || async move { explored::both(&other.1, &other.0) }),
        ])
    });
    assert!(text.is_some_and(|text| text.contains("(a deadlock)")));
}

#[test]
fn a_bell_that_nobody_hears_is_a_deadlock() {
    let text = said(|| {
        let shared = Arc::new((AtomicUsize::new(0), Notify::new()));
        let ringer = Arc::clone(&shared);
        race(vec![
            thread(move || async move {
                explored::hear(&shared.0, &shared.1).await
            }),
            thread(move || async move {
                ringer.0.store(1, SeqCst);
                ringer.1.notify_waiters();
            }),
        ])
    });
    assert!(text.is_some_and(|text| text.contains("(a deadlock)")));
}

#[test]
fn who_waits_in_the_manner_of_threads_is_no_deadlock() {
    let text = said(|| {
        let shared = Arc::new(explored::Handover::default());
        let giver = Arc::clone(&shared);
        race(vec![
            thread(move || async move { assert_eq!(shared.take(), 5) }),
            thread(move || async move { giver.put(5) }),
        ])
    });
    assert_eq!(text, None);
}

#[test]
fn who_spins_until_another_has_come_ends() {
    let text = said(|| {
        let flag = Arc::new(AtomicUsize::new(0));
        let other = Arc::clone(&flag);
        race(vec![
            thread(move || async move { explored::spins(&flag).await }),
            thread(move || async move { explored::count(&other) }),
        ])
    });
    assert_eq!(text, None);
}

#[test]
fn who_spins_for_nobody_has_no_end() {
    let text = said(|| {
        let flag = Arc::new(AtomicUsize::new(0));
        race(vec![thread(
            move || async move { explored::spins(&flag).await },
        )])
    });
    assert!(text.is_some_and(|text| text.contains("without an end")));
}

#[test]
fn a_panic_is_told() {
    let text = said(|| race(vec![thread(|| async { panic!("by itself") })]));
    assert!(text.is_some_and(|t| t.contains("it panicked: by itself")));
}
