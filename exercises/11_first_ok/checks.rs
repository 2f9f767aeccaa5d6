//! Errors do not win, nobody waits for the slow, and no error is lost.

use lab::{
    Site, check_cancelled, check_full, check_took, check_value, finish, law,
    ms, settle,
};

use super::exercise::*;

type Answer = Result<&'static str, &'static str>;

/// Calls that take a time and then answer, or fail.
async fn call(site: Site, who: &'static str, time: u64, up: bool) -> Answer {
    let answer = if up { Ok(who) } else { Err(who) };
    site.ask(who, time, answer).await
}

fn calls(
    site: &Site,
    calls: &[(&'static str, u64, bool)],
) -> Vec<impl Future<Output = Answer> + use<>> {
    let made = calls
        .iter()
        .map(|(who, time, up)| call(site.clone(), who, *time, *up));
    made.collect()
}

/// a fails at 100 ms, b works at 200 ms.
#[lab::check]
async fn an_error_does_not_win() {
    let site = Site::new();
    let calls = calls(&site, &[("a", 100, false), ("b", 200, true)]);
    let got = finish("first_ok", &site, first_ok(calls)).await;
    check_value(
        &site,
        "first_ok",
        &got,
        &Ok("b"),
        "What comes first need not be good. An error is kept, and the wait \
         goes on, for as long as one of the others may work.",
    );
}

/// 10 ms after the call, all three are under way.
#[lab::check]
async fn all_of_them_begin_at_once() {
    let site = Site::new();
    let calls = calls(
        &site,
        &[("a", 100, true), ("b", 200, true), ("c", 300, true)],
    );
    let cut = tokio::time::timeout(ms(10), first_ok(calls));
    let _ = finish("first_ok", &site, cut).await;
    check_full(&site, 3);
}

/// c is last in the list and first to answer: nobody waits for a.
#[lab::check]
async fn nobody_waits_for_the_slow_ones() {
    let site = Site::new();
    let calls = calls(
        &site,
        &[("a", 300, true), ("b", 200, false), ("c", 100, true)],
    );
    let got = finish("first_ok", &site, first_ok(calls)).await;
    check_cancelled(&site, "a", 100).await;
    check_value(
        &site,
        "first_ok",
        &got,
        &Ok("c"),
        "The first `Ok` in time counts, not the first in the list.",
    );
}

/// At 100 ms, 200 ms and 300 ms: the order in which they fail.
#[lab::check]
async fn no_error_is_lost() {
    let site = Site::new();
    let calls = calls(
        &site,
        &[("a", 300, false), ("b", 100, false), ("c", 200, false)],
    );
    let got = finish("first_ok", &site, first_ok(calls)).await;
    check_value(
        &site,
        "first_ok",
        &got,
        &Err(vec!["b", "c", "a"]),
        "Each call failed once, so each has its error in the list, and the \
         one that failed first stands first.",
    );
    check_took(&site, 300);
}

/// An empty list has no answer and no errors.
#[lab::check]
async fn no_calls_give_no_errors() {
    let site = Site::new();
    let got = finish("first_ok", &site, first_ok(calls(&site, &[]))).await;
    let cause = "Without calls there is nothing that could work, or fail.";
    check_value(&site, "first_ok", &got, &Err(vec![]), cause);
}

/// Forty calls, and only the last of them works, at 100 ms.
#[lab::check]
async fn forty_calls_are_not_too_many() {
    let site = Site::new();
    let mut list = [("slow", 500, true); 40];
    list[39] = ("quick", 100, true);
    let got = finish("first_ok", &site, first_ok(calls(&site, &list))).await;
    let cause = "They all begin at once: the place in the list is no limit.";
    check_value(&site, "first_ok", &got, &Ok("quick"), cause);
}

/// Any calls: the first that works, or all errors as they came.
#[lab::check]
async fn the_first_ok_of_any_list() {
    law(|case| {
        Box::pin(async move {
            let case = case.apart();
            let site = Site::new();
            let name =
                |n: usize| -> &'static str { format!("call {n}").leak() };
            let items = case.items.iter().enumerate();
            let list = items.map(|(n, i)| (name(n), i.time, i.value < 3));
            let mut list = Vec::from_iter(list);
            let got = first_ok(calls(&site, &list));
            let got = finish("first_ok", &site, got).await;
            list.sort_by_key(|(_, time, _)| *time);
            let (expected, took) = match list.iter().find(|(.., up)| *up) {
                Some((name, time, _)) => (Ok(*name), *time),
                None => {
                    let names = list.iter().map(|(name, ..)| *name);
                    (Err(names.collect()), case.longest())
                }
            };
            let cause = "The first `Ok` in time counts, wherever it stands. \
                         Without one, the errors come in the order in which \
                         they happened.";
            check_value(&site, "first_ok", &got, &expected, cause);
            settle().await;
            check_took(&site, took);
        })
    });
}
