//! The first two count, and the others end with them.

use lab::{
    Site, check_cancelled, check_full, check_panic, check_results, check_took,
    finish, law, ms, settle,
};

use super::exercise::*;

async fn job(site: Site, name: &'static str, time: u64) -> &'static str {
    site.ask(name, time, name).await
}

async fn run(site: &Site, times: &[(&'static str, u64)]) -> Vec<&'static str> {
    let jobs = times
        .iter()
        .map(|(name, time)| job(site.clone(), name, *time));
    let jobs = jobs.collect();
    let results = finish("first_two", site, first_two(jobs)).await;
    // A task that was aborted is dropped at the runtime's next turn.
    settle().await;
    results
}

const THREE: [(&str, u64); 3] = [("a", 300), ("b", 100), ("c", 200)];

/// b is ready first and c second.
#[lab::check]
async fn the_first_two_come_in_their_order() {
    let site = Site::new();
    let results = run(&site, &THREE).await;
    check_results(&site, &results, &["b", "c"]);
}

/// The third is not ready when the function returns, and it never will be.
#[lab::check]
async fn the_third_is_dropped() {
    let site = Site::new();
    run(&site, &THREE).await;
    check_cancelled(&site, "a", 200).await;
}

/// The second one is there after 200 ms. There is nothing more to wait for.
#[lab::check]
async fn it_returns_with_the_second() {
    let site = Site::new();
    run(&site, &THREE).await;
    check_took(&site, 200);
}

/// 10 ms after the call, all five are under way.
#[lab::check]
async fn all_of_them_begin_at_once() {
    let site = Site::new();
    let times = ["a", "b", "c", "d", "e"].map(|name| (name, 100));
    let cut = tokio::time::timeout(ms(10), run(&site, &times));
    let _ = cut.await;
    check_full(&site, 5);
}

/// One job gives one result, and no job gives none.
#[lab::check]
async fn fewer_than_two_are_enough() {
    let site = Site::new();
    let results = run(&site, &THREE[..1]).await;
    check_results(&site, &results, &["a"]);
    check_took(&site, 300);
    let site = Site::new();
    let results = run(&site, &[]).await;
    check_results(&site, &results, &[]);
}

/// b is ready first and a second, though a stands first in the list.
#[lab::check]
async fn their_order_is_that_of_their_ends() {
    let site = Site::new();
    let results = run(&site, &[("a", 200), ("b", 100), ("c", 300)]).await;
    check_results(&site, &results, &["b", "a"]);
    check_cancelled(&site, "c", 200).await;
}

/// Forty jobs, and the two quickest are the last of the list.
#[lab::check]
async fn forty_jobs_are_not_too_many() {
    let site = Site::new();
    let mut times = [("slow", 500); 40];
    times[38] = ("a", 200);
    times[39] = ("b", 100);
    let results = run(&site, &times).await;
    check_results(&site, &results, &["b", "a"]);
    check_took(&site, 200);
}

/// Any list: the two that end first, and nobody else runs on.
#[lab::check]
async fn the_first_two_of_any_list() {
    law(|case| {
        Box::pin(async move {
            let case = case.apart();
            let site = Site::new();
            let jobs = case.times().into_iter().map(|time| {
                let site = site.clone();
                async move { site.ask("job", time, time).await }
            });
            let call = first_two(jobs.collect());
            let got = finish("first_two", &site, call).await;
            let mut sorted = case.times();
            sorted.sort_unstable();
            sorted.truncate(2);
            check_results(&site, &got, &sorted);
            settle().await;
            check_took(&site, sorted.last().copied().unwrap_or(0));
        })
    });
}

async fn fails_at(site: Site, time: u64, bug: bool) -> u64 {
    site.ask("job", time, ()).await;
    assert!(!bug, "a bug");
    time
}

/// The second of three panics. Nobody may pass over that.
#[lab::check]
async fn a_panic_goes_on() {
    let site = Site::new();
    let jobs = [(20, false), (10, true), (30, false)];
    let jobs = jobs.map(|(time, bug)| fails_at(site.clone(), time, bug));
    let call = first_two(jobs.into());
    check_panic("first_two", &site, call).await;
}
