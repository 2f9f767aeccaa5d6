//! Whose result is it, and whose is missing?

use lab::{
    Site, check_full, check_own_tasks, check_took, check_value, law, ms,
    survive,
};

use super::exercise::*;

/// Takes `time` milliseconds; zero is a bug.
async fn divide(site: Site, name: &'static str, time: u64, by: u32) -> u32 {
    site.ask(name, time, ()).await;
    100 / by
}

async fn run(
    site: &Site,
    calls: &[(&'static str, u64, u32)],
) -> Vec<(&'static str, Option<u32>)> {
    let calls = calls.iter().map(|(name, time, by)| {
        (*name, divide(site.clone(), name, *time, *by))
    });
    let calls = calls.collect();
    let results = survive("named", site, named(calls)).await;
    results.into_iter().collect()
}

fn expect(
    site: &Site,
    got: Vec<(&'static str, Option<u32>)>,
    expected: &[(&'static str, Option<u32>)],
) {
    let lost = got.len() < expected.len();
    let gone = got.iter().filter(|(_, result)| result.is_none()).count();
    let panicked = expected.iter().filter(|(_, result)| result.is_none());
    let too_many = gone > panicked.count();
    check_value(
        site,
        "named",
        &got,
        &expected.to_vec(),
        if lost {
            "Somebody is missing. A task that panics returns nothing, so its \
             name must be known outside of it."
        } else if too_many {
            "Some have no result although they did not panic: nobody waited \
             for them, or they were stopped when another one panicked."
        } else {
            "Somebody has another's result. Results come as the tasks finish, \
             and that is not the order of the list."
        },
    );
}

/// b is ready first, and its result is still b's.
#[lab::check]
async fn each_name_has_its_own_result() {
    let site = Site::new();
    let got = run(&site, &[("a", 300, 1), ("b", 100, 2), ("c", 200, 4)]).await;
    let expected = [("a", Some(100)), ("b", Some(50)), ("c", Some(25))];
    expect(&site, got, &expected);
}

/// b divides by zero. It is there, with `None`, and the others are well.
#[lab::check]
async fn who_panicked_is_named_too() {
    let site = Site::new();
    let got = run(&site, &[("a", 300, 1), ("b", 100, 0), ("c", 200, 4)]).await;
    let expected = [("a", Some(100)), ("b", None), ("c", Some(25))];
    expect(&site, got, &expected);
}

/// 10 ms after the call, all three are under way.
#[lab::check]
async fn all_of_them_begin_at_once() {
    let site = Site::new();
    let calls = [("a", 100, 1), ("b", 100, 1), ("c", 100, 1)];
    let _ = tokio::time::timeout(ms(10), run(&site, &calls)).await;
    check_full(&site, 3);
}

/// Two panic, and the slowest is still waited for.
#[lab::check]
async fn it_waits_for_all_of_them() {
    let site = Site::new();
    let got = run(&site, &[("a", 50, 0), ("b", 100, 0), ("c", 300, 5)]).await;
    expect(&site, got, &[("a", None), ("b", None), ("c", Some(20))]);
    check_took(&site, 300);
}

/// No call, no name.
#[lab::check]
async fn no_calls_give_an_empty_map() {
    let site = Site::new();
    let got = run(&site, &[]).await;
    expect(&site, got, &[]);
}

/// Forty calls, forty tasks, all at the same time.
#[lab::check]
async fn each_call_is_a_task_of_its_own() {
    let site = Site::new();
    let name = |n: u32| -> &'static str { format!("call {n}").leak() };
    let calls: Vec<_> = (0..40).map(|n| (name(n), 100, 1)).collect();
    run(&site, &calls).await;
    check_took(&site, 100);
    check_own_tasks(&site);
}

/// Any calls, of which some panic.
#[lab::check]
async fn any_calls_have_their_names() {
    law(|case| {
        Box::pin(async move {
            let site = Site::new();
            let name =
                |n: usize| -> &'static str { format!("call {n}").leak() };
            let items = case.items.iter().enumerate();
            let calls = items.map(|(n, i)| (name(n), i.time, i.value % 4));
            let calls = Vec::from_iter(calls);
            let got = run(&site, &calls).await;
            let of = |by: &u32| 100_u32.checked_div(*by);
            let mut expected = Vec::from_iter(
                calls.iter().map(|(name, _, by)| (*name, of(by))),
            );
            expected.sort_unstable();
            expect(&site, got, &expected);
            check_took(&site, case.longest());
        })
    });
}
