//! Two layers: what a job returns, and whether it returned at all.

use lab::survive;
use lab::{
    Site, check_each_once, check_own_tasks, check_results, check_took, law,
};

use super::exercise::*;

/// Job `n` asks the site; then it ends as `how` says.
async fn job(site: Site, n: u32, time: u64, how: &str) -> Result<u32, String> {
    site.ask(&format!("job {n}"), time, ()).await;
    match how {
        "fails" => Err(format!("job {n} failed")),
        "panics" => panic!("job {n} panicked"),
        _ => Ok(n),
    }
}

/// One job of each kind: a value, an error, a panic.
#[lab::check]
async fn errors_and_panics_are_told_apart() {
    let site = Site::new();
    let jobs = ["works", "fails", "panics"]
        .iter()
        .zip(1..)
        .map(|(how, n)| job(site.clone(), n, 100, how))
        .collect();
    let got = survive("run_all", &site, run_all(jobs)).await;
    let expected = [
        Outcome::Done(1),
        Outcome::Failed("job 2 failed".to_owned()),
        Outcome::Panicked,
    ];
    check_results(&site, &got, &expected);
}

/// The first two end badly and early. The others need longer, and finish.
#[lab::check]
async fn no_job_is_stopped_by_another() {
    let site = Site::new();
    let jobs = vec![
        job(site.clone(), 1, 10, "panics"),
        job(site.clone(), 2, 20, "fails"),
        job(site.clone(), 3, 100, "works"),
        job(site.clone(), 4, 200, "works"),
    ];
    let got = survive("run_all", &site, run_all(jobs)).await;
    check_each_once(&site, &["job 1", "job 2", "job 3", "job 4"]);
    let expected = [
        Outcome::Panicked,
        Outcome::Failed("job 2 failed".to_owned()),
        Outcome::Done(3),
        Outcome::Done(4),
    ];
    check_results(&site, &got, &expected);
}

/// 300, 100 and 200 ms at the same time are 300 ms.
#[lab::check]
async fn they_run_at_the_same_time() {
    let site = Site::new();
    let jobs = [300, 100, 200]
        .iter()
        .zip(1..)
        .map(|(time, n)| job(site.clone(), n, *time, "works"))
        .collect();
    survive("run_all", &site, run_all(jobs)).await;
    check_took(&site, 300);
}

/// Job 1 ends last, and its outcome still stands first.
#[lab::check]
async fn the_outcomes_come_in_the_order_of_the_jobs() {
    let site = Site::new();
    let jobs = [300, 100, 200]
        .iter()
        .zip(1..)
        .map(|(time, n)| job(site.clone(), n, *time, "works"))
        .collect();
    let got = survive("run_all", &site, run_all(jobs)).await;
    let expected = [Outcome::Done(1), Outcome::Done(2), Outcome::Done(3)];
    check_results(&site, &got, &expected);
}

/// Three jobs, three tasks.
#[lab::check]
async fn each_job_is_a_task_of_its_own() {
    let site = Site::new();
    let jobs = (1..=3)
        .map(|n| job(site.clone(), n, 100, "works"))
        .collect();
    survive("run_all", &site, run_all(jobs)).await;
    check_own_tasks(&site);
}

/// No jobs have no outcomes, and take no time.
#[lab::check]
async fn no_jobs_are_fine() {
    let site = Site::new();
    let mut jobs = vec![job(site.clone(), 1, 100, "works")];
    jobs.clear();
    let got = survive("run_all", &site, run_all(jobs)).await;
    check_results(&site, &got, &[]);
    check_took(&site, 0);
}

/// Forty jobs of 100 ms, and no limit: 100 ms.
#[lab::check]
async fn forty_jobs_are_not_too_many() {
    let site = Site::new();
    let jobs = (1..=40).map(|n| job(site.clone(), n, 100, "works"));
    let got = survive("run_all", &site, run_all(jobs.collect())).await;
    check_took(&site, 100);
    check_results(&site, &got, &Vec::from_iter((1..=40).map(Outcome::Done)));
}

/// Any jobs: some work, some fail, some panic.
#[lab::check]
async fn any_jobs_have_their_outcomes() {
    law(|case| {
        Box::pin(async move {
            let site = Site::new();
            let (mut jobs, mut expected) = (Vec::new(), Vec::new());
            for (n, item) in (0..).zip(&case.items) {
                let (how, outcome) = match item.value % 3 {
                    0 => ("panics", Outcome::Panicked),
                    1 => ("fails", Outcome::Failed(format!("job {n} failed"))),
                    _ => ("works", Outcome::Done(n)),
                };
                jobs.push(job(site.clone(), n, item.time, how));
                expected.push(outcome);
            }
            let got = survive("run_all", &site, run_all(jobs)).await;
            check_results(&site, &got, &expected);
            check_took(&site, case.longest());
        })
    });
}
