//! All is well, or nobody is left.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;
use lab::{
    Site, Watched, check_cancelled, check_full, check_own_tasks, check_results,
    check_took, check_value, finish, law, ms, survive,
};

use super::exercise::*;

/// Takes `time` milliseconds. What becomes of it stands in its name.
async fn call(site: Site, name: &str, time: u64) -> Result<String, String> {
    site.ask(name, time, ()).await;
    match name {
        _ if name.starts_with("bad") => Err(format!("{name} failed")),
        _ if name.starts_with("panic") => panic!("{name}"),
        _ => Ok(name.to_owned()),
    }
}

type Answer = Result<Vec<String>, Vec<String>>;

async fn run(site: &Site, calls: &[(&'static str, u64)]) -> Answer {
    let calls = calls
        .iter()
        .map(|(name, time)| call(site.clone(), name, *time));
    let calls = calls.collect();
    finish("task_group", site, task_group(calls)).await
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The flight fails at 20 ms, so the hotel must not be booked at 50 ms.
#[lab::check]
async fn the_first_error_stops_the_others() {
    let site = Site::new();
    let _ = run(&site, &[("hotel", 50), ("bad flight", 20)]).await;
    check_cancelled(&site, "hotel", 20).await;
}

/// When the function returns, the hotel's future has been dropped.
#[lab::check]
async fn nobody_is_left_when_it_returns() {
    let site = Site::new();
    let _ = run(&site, &[("hotel", 50), ("bad flight", 20)]).await;
    check_value(
        &site,
        "how many still run",
        &site.log().inside(),
        &0,
        "To drop a set, or to abort a task, is a request. It is done when the \
         runtime comes to it, so somebody has to wait until the set is empty.",
    );
}

/// Two fail at the same instant. Both errors count, and the good one is gone.
#[lab::check]
async fn both_errors_of_one_instant_come_out() {
    let site = Site::new();
    let calls = [("hotel", 50), ("bad flight", 20), ("bad train", 20)];
    let answer = run(&site, &calls).await;
    check_value(
        &site,
        "task_group",
        &answer,
        &Err(texts(&["bad flight failed", "bad train failed"])),
        "The second one had failed before anybody could stop it. Its error is \
         in the set: what happens to the set after the first?",
    );
}

/// Nothing fails: b is ready first, and still they are a, b, c.
#[lab::check]
async fn the_values_keep_the_order_of_the_calls() {
    let site = Site::new();
    let answer = run(&site, &[("a", 300), ("b", 100), ("c", 200)]).await;
    check_results(&site, &answer.unwrap_or_default(), &texts(&["a", "b", "c"]));
    check_took(&site, 300);
}

/// 10 ms after the call, all three are under way.
#[lab::check]
async fn all_of_them_begin_at_once() {
    let site = Site::new();
    let calls = [("a", 100), ("b", 100), ("c", 100)];
    let _ = tokio::time::timeout(ms(10), run(&site, &calls)).await;
    check_full(&site, 3);
}

/// A panic at 20 ms stops the hotel, too. Then it goes on.
#[lab::check]
async fn a_panic_goes_on_when_nobody_is_left() {
    let site = Site::new();
    let calls = [("hotel", 50), ("panic", 20)];
    let caught = AssertUnwindSafe(run(&site, &calls)).catch_unwind().await;
    let (left, went_on) = (site.log().inside(), caught.is_err());
    if let Err(panic) = caught {
        let text = match panic.downcast_ref::<String>() {
            Some(text) => text.as_str(),
            None => panic.downcast_ref::<&str>().copied().unwrap_or_default(),
        };
        if text.starts_with("expected:") || text.starts_with("not yet") {
            resume_unwind(panic); // A complaint of this check, or a `todo!`.
        }
        check_value(
            &site,
            "the panic that goes on",
            &text,
            &"panic",
            "This is a second panic, which tells of the first. The caller is \
             to have the first one itself, and the `JoinError` has it.",
        );
    }
    check_value(
        &site,
        "whether the panic goes on",
        &went_on,
        &true,
        "A task that panicked gives a `JoinError`. If that is passed over, \
         nobody learns of a bug.",
    );
    check_value(
        &site,
        "how many still run",
        &left,
        &0,
        "The panic left the function before the others were gone. Keep it \
         until the set is empty.",
    );
    check_cancelled(&site, "hotel", 20).await;
}

/// Nothing to do, nothing that fails.
#[lab::check]
async fn no_calls_are_all_well() {
    let site = Site::new();
    let mut calls = vec![call(site.clone(), "a", 100)];
    calls.clear();
    let answer = survive("task_group", &site, task_group(calls));
    let cause = "Without calls nothing fails, and there are no values.";
    check_value(&site, "task_group", &answer.await, &Ok(vec![]), cause);
}

/// Forty calls, forty tasks, all at the same time.
#[lab::check]
async fn each_call_is_a_task_of_its_own() {
    let site = Site::new();
    let answer = run(&site, &[("a", 100); 40]).await;
    check_results(&site, &answer.unwrap_or_default(), &texts(&["a"; 40]));
    check_took(&site, 100);
    check_own_tasks(&site);
}

/// Any calls: all values, or the first error and nobody left.
#[lab::check]
async fn any_calls_are_all_or_nothing() {
    law(|case| {
        Box::pin(async move {
            let case = case.apart();
            let site = Site::new();
            let name = |n: usize, value: u32| -> &'static str {
                let kind = if value == 0 { "bad" } else { "good" };
                format!("{kind} {n}").leak()
            };
            let items = case.items.iter().enumerate();
            let calls = items.map(|(n, i)| (name(n, i.value), i.time));
            let calls = Vec::from_iter(calls);
            let bad = calls.iter().filter(|(name, _)| name.starts_with("bad"));
            let first = bad.min_by_key(|(_, time)| *time);
            let (expected, took) = match first {
                Some((name, time)) => {
                    (Err(vec![format!("{name} failed")]), *time)
                }
                None => {
                    let names =
                        calls.iter().map(|(name, _)| (*name).to_owned());
                    (Ok(names.collect()), case.longest())
                }
            };
            let answer = run(&site, &calls).await;
            let cause = "Here no two end at one instant. With the first error \
                         all others go; without one, each value stands in \
                         the place of its call.";
            check_value(&site, "task_group", &answer, &expected, cause);
            check_took(&site, took);
        })
    });
}
