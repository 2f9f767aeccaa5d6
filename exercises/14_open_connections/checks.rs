//! A counter is only worth something if it is right after an abort, too.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use lab::explore::{Race, explore, thread};
use lab::{Site, check_that, finish, ms};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::exercise::*;
use super::explored;

/// The counter says `expected`; if not, `cause` is what to think of.
fn check_open(site: &Site, open: &AtomicUsize, expected: usize, cause: &str) {
    check_count(site, open.load(Ordering::SeqCst), expected, cause);
}

fn check_count(site: &Site, got: usize, expected: usize, cause: &str) {
    let happened = match got {
        got if got > 1000 => "it went below 0".to_owned(),
        got => format!("it says {got}"),
    };
    let expected_words = format!("the counter says {expected}");
    check_that(site, got == expected, &expected_words, &happened, cause);
}

/// While two connections last, the counter says 2.
#[lab::check]
async fn a_connection_counts_while_it_lasts() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(0)));
    let mut seen = 0;
    finish("counted", &site, async {
        tokio::join!(
            counted(open.clone(), fetch(site.clone(), 0)),
            counted(open.clone(), fetch(site.clone(), 1)),
            async {
                sleep(ms(50)).await;
                seen = open.load(Ordering::SeqCst);
            },
        );
    })
    .await;
    check_count(
        &site,
        seen,
        2,
        "Both connections are open at 50 ms. Is something counted at all \
         before the work begins? And does what counts it live until the work \
         is done? What is bound to `_` does not live at all.",
    );
}

/// Work that ends counts no more, and its result comes through.
#[lab::check]
async fn one_that_has_ended_counts_no_more() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(0)));
    let work = counted(open.clone(), fetch(site.clone(), 7));
    let text = finish("counted", &site, work).await;
    check_that(
        &site,
        text == "<page 7>",
        "the result of the work: <page 7>",
        &format!("the result {text}"),
        "`counted` gives back what the work gave.",
    );
    check_open(
        &site,
        &open,
        0,
        "The work has ended. Is it counted down exactly once?",
    );
}

/// One of two is aborted: the other one is left.
#[lab::check]
async fn an_aborted_one_counts_no_more() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(0)));
    finish("counted", &site, async {
        tokio::spawn(counted(open.clone(), fetch(site.clone(), 0)));
        let work = counted(open.clone(), fetch(site.clone(), 1));
        let task = tokio::spawn(work);
        sleep(ms(50)).await;
        abort(task).await;
    })
    .await;
    check_open(
        &site,
        &open,
        1,
        "One of two was aborted. No line after its `.await` ran, and there \
         was nothing to catch: what is left of an aborted task are the \
         destructors of its values.",
    );
}

/// The counter is right in the moment in which a timeout drops the future.
#[lab::check]
async fn one_that_is_cut_off_counts_no_more_at_once() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(0)));
    finish("counted", &site, async {
        let work = counted(open.clone(), fetch(site.clone(), 0));
        let cut = timeout(ms(50), work).await;
        let after = open.load(Ordering::SeqCst);
        check_that(
            &site,
            cut.is_err() && after == 0,
            "the counter says 0 as soon as the timeout has dropped the work",
            &format!("it says {after}"),
            "The counter is put right only later, by something that has to \
             be polled first. A destructor can do it on the spot.",
        );
    })
    .await;
}

/// A panic unwinds, and the counter is right.
#[lab::check]
async fn one_that_panics_counts_no_more() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(0)));
    finish("counted", &site, async {
        let work = async {
            fetch(site.clone(), 0).await;
            panic!("on purpose");
        };
        // Within this task, as a task of its own would print more.
        let work = std::panic::AssertUnwindSafe(counted(open.clone(), work));
        let panic: Result<(), _> = futures::FutureExt::catch_unwind(work).await;
        if let Err(panic) = panic
            && panic.downcast_ref() != Some(&"on purpose")
        {
            std::panic::resume_unwind(panic);
        }
    })
    .await;
    check_open(
        &site,
        &open,
        0,
        "The work panicked. A panic leaves the function, too, and runs the \
         destructors on its way.",
    );
}

async fn fetch(site: Site, page: u32) -> String {
    site.fetch(page).await
}

/// Aborts a task and waits for it. If it has panicked, so does the check.
async fn abort<T>(task: JoinHandle<T>) {
    task.abort();
    if let Err(e) = task.await
        && e.is_panic()
    {
        std::panic::resume_unwind(e.into_panic());
    }
}

/// One lasts from 0 to 100 ms, the other from 50 to 150 ms.
#[lab::check]
async fn the_first_to_come_may_go_first() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(0)));
    let mut seen = 0;
    finish("counted", &site, async {
        tokio::join!(
            counted(open.clone(), fetch(site.clone(), 0)),
            async {
                sleep(ms(50)).await;
                counted(open.clone(), fetch(site.clone(), 1)).await
            },
            async {
                sleep(ms(120)).await;
                seen = open.load(Ordering::SeqCst);
            },
        );
    })
    .await;
    let cause = "At 120 ms the first has gone, and the second is there until \
                 150 ms. Does each of them take away what it has added, and \
                 nothing else?";
    check_count(&site, seen, 1, cause);
    check_open(&site, &open, 0, cause);
}

/// Two connections on two threads. Both have ended, so the counter says 0.
#[lab::check]
async fn two_threads_may_count() {
    let race = || {
        let open = Default::default();
        let call = || {
            let open = Arc::clone(&open);
            thread(move || explored::counted(open, async {}))
        };
        let threads = vec![call(), call()];
        let verdict = move || match open.load(Ordering::SeqCst) {
            0 => Ok(()),
            count if count > 1000 => Err("it went below 0".to_owned()),
            count => Err(format!("the counter says {count} at the end")),
        };
        Race {
            threads,
            verdict: Box::new(verdict),
        }
    };
    let cause = "A look at the counter and a write that follows are two steps: \
                 another thread can come in between. One step that does both \
                 cannot be torn apart.";
    explore("counted", "the counter says 0 at the end", cause, race).await;
}

/// It was called and never begun. Five others are open.
#[lab::check]
async fn what_is_never_polled_is_not_counted() {
    let (site, open) = (Site::new(), Arc::new(AtomicUsize::new(5)));
    let never = counted(open.clone(), fetch(site.clone(), 0));
    let cause = "Nobody has polled it, so it has not begun: it counts neither \
                 before nor after it is dropped. And the five others stay \
                 counted.";
    check_open(&site, &open, 5, cause);
    drop(never);
    check_open(&site, &open, 5, cause);
    let work = counted(open.clone(), fetch(site.clone(), 1));
    finish("counted", &site, work).await;
    check_open(&site, &open, 5, cause);
}
