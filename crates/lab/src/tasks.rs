//! Checks of who ran what: tasks of their own, and panics that stay inside.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;

use crate::complaint::{complain, give_up_with};
use crate::guard::finish;
use crate::log::{Log, Watched};
use crate::panics;
use crate::told::Over;

/// Every visit was made by another task, and none by the caller's.
#[track_caller]
pub fn check_own_tasks(watched: &dyn Watched) {
    let log = watched.log();
    let visits = log.visits();
    let tasks: BTreeSet<_> =
        visits.iter().filter_map(|visit| visit.task).collect();
    if tasks.len() == visits.len() && !tasks.is_empty() {
        return;
    }
    let cause = if tasks.is_empty() {
        "They ran inside the task of the caller: whatever waits for several \
         futures at once polls them itself. They take turns on one thread, \
         and what ends the caller ends them."
    } else {
        "Some shared one task: they take turns on one thread."
    };
    let (all, own) = (visits.len(), tasks.len());
    complain(
        log,
        format!("a task for each of them: {all} tasks"),
        match own {
            0 => "no task was spawned for them".to_owned(),
            1 => "they ran in 1 task".to_owned(),
            own => format!("they ran in {own} tasks"),
        },
        cause,
    );
}

/// Awaits the reader's function `what`, as [`finish`] does, and says so when
/// a panic comes out of it.
pub async fn survive<F: Future>(
    what: &str,
    watched: &dyn Watched,
    future: F,
) -> F::Output {
    let caught = AssertUnwindSafe(future).catch_unwind();
    match finish(what, watched, caught).await {
        Ok(output) => output,
        Err(panic) => told(what, watched.log(), panic.as_ref()),
    }
}

/// Awaits the reader's function `what`, out of which a panic has to come: one
/// of the futures that it was given has panicked.
pub async fn check_panic<F: Future>(
    what: &str,
    watched: &dyn Watched,
    future: F,
) {
    let caught = AssertUnwindSafe(future).catch_unwind();
    match finish(what, watched, caught).await {
        Ok(_) => complain(
            watched.log(),
            format!("`{what}` panics, as one of its futures did"),
            format!("`{what}` returned as if nothing had happened"),
            "A panic that is passed over is a bug that nobody hears of. What \
             is done with a handle that gives an `Err`?",
        ),
        Err(panic) if panics::text(panic.as_ref()).starts_with("not yet") => {
            resume_unwind(panic)
        }
        Err(_) => {}
    }
}

/// Not generic, so that it is compiled here and not in every exercise.
fn told(what: &str, log: &Log, panic: &(dyn Any + Send)) -> ! {
    let text = panics::text(panic);
    let at = panics::at(text);
    give_up_with(
        Over::Panic,
        log,
        format!("`{what}` returns, whatever becomes of the tasks"),
        format!("`{what}` panicked{at}: {text}"),
        "A panic ends the task in which it happens, and only that one. It \
         comes further where somebody insists on a value that is not there, \
         or polls the failing future without a task around it.",
    )
}
