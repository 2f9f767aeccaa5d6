//! Each end is reported when it comes, and the order of the list is kept.

use std::cell::RefCell;

use lab::{Site, Watched, check_panic, check_results, check_took, finish, law};

use super::exercise::*;

async fn job(site: Site, name: &'static str, time: u64) -> &'static str {
    site.ask(name, time, name).await
}

/// The results, and what was reported when.
async fn run(
    site: &Site,
    times: &[(&'static str, u64)],
) -> (Vec<&'static str>, Vec<String>) {
    let jobs = times
        .iter()
        .map(|(name, time)| job(site.clone(), name, *time));
    let jobs = jobs.collect();
    let reports = RefCell::new(Vec::new());
    let report = |done, total| {
        let at = site.log().now().as_millis();
        reports
            .borrow_mut()
            .push(format!("{done} of {total} at {at} ms"));
    };
    let results = finish("progress", site, progress(jobs, report)).await;
    (results, reports.into_inner())
}

const THREE: [(&str, u64); 3] = [("a", 300), ("b", 100), ("c", 200)];

/// One report at each end, at that moment.
#[lab::check]
async fn each_end_is_reported_when_it_comes() {
    let site = Site::new();
    let (_, reports) = run(&site, &THREE).await;
    let expected = ["1 of 3 at 100 ms", "2 of 3 at 200 ms", "3 of 3 at 300 ms"];
    check_results(&site, &reports, &expected.map(str::to_owned));
}

/// b and c are ready before a, and still they are a, b, c.
#[lab::check]
async fn the_results_keep_the_order_of_the_list() {
    let site = Site::new();
    let (results, _) = run(&site, &THREE).await;
    check_results(&site, &results, &["a", "b", "c"]);
}

/// The slowest takes 300 ms, and so do all of them.
#[lab::check]
async fn they_run_at_the_same_time() {
    let site = Site::new();
    run(&site, &THREE).await;
    check_took(&site, 300);
}

/// Forty jobs, the last of them ready first: forty reports.
#[lab::check]
async fn forty_jobs_are_forty_reports() {
    let site = Site::new();
    let times: Vec<_> = (0..40).map(|n| ("job", 400 - 10 * n)).collect();
    let (_, reports) = run(&site, &times).await;
    let expected = (1..=40).map(|n| format!("{n} of 40 at {} ms", 10 * n));
    check_results(&site, &reports, &Vec::from_iter(expected));
}

/// No job, no report.
#[lab::check]
async fn no_jobs_give_no_reports() {
    let site = Site::new();
    let (results, reports) = run(&site, &[]).await;
    check_results(&site, &results, &[]);
    check_results(&site, &reports, &[]);
}

/// a and b end at one instant. They are two ends.
#[lab::check]
async fn two_ends_at_one_instant_are_two_reports() {
    let site = Site::new();
    let (_, reports) = run(&site, &[("a", 100), ("b", 100), ("c", 50)]).await;
    let expected = ["1 of 3 at 50 ms", "2 of 3 at 100 ms", "3 of 3 at 100 ms"];
    check_results(&site, &reports, &expected.map(str::to_owned));
}

/// Any list: one report for each end, at its moment.
#[lab::check]
async fn any_ends_are_reported() {
    law(|case| {
        Box::pin(async move {
            let site = Site::new();
            const NAMES: [&str; 3] = ["a", "b", "c"];
            let named = case.items.iter();
            let named = named.map(|i| (NAMES[i.value as usize % 3], i.time));
            let named = Vec::from_iter(named);
            let (results, reports) = run(&site, &named).await;
            let names = Vec::from_iter(named.iter().map(|(name, _)| *name));
            check_results(&site, &results, &names);
            let (mut times, all) = (case.times(), named.len());
            times.sort_unstable();
            let expected = (1..).zip(times);
            let expected =
                expected.map(|(n, at)| format!("{n} of {all} at {at} ms"));
            check_results(&site, &reports, &Vec::from_iter(expected));
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
    let call = progress(jobs.into(), |_, _| ());
    check_panic("progress", &site, call).await;
}
