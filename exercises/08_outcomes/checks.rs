//! Nothing is lost: neither a value nor an error.

use lab::{
    Site, check_each_once, check_panic, check_results, check_took, finish, law,
};

use super::exercise::*;

/// Call `n` takes `time` milliseconds. Every even one fails.
async fn call(site: Site, n: u32, time: u64) -> Result<u32, String> {
    site.ask(&format!("call {n}"), time, ()).await;
    match n % 2 {
        0 => Err(format!("{n} failed")),
        _ => Ok(n),
    }
}

async fn run(site: &Site, calls: &[(u32, u64)]) -> (Vec<u32>, Vec<String>) {
    let calls = calls.iter().map(|(n, time)| call(site.clone(), *n, *time));
    let calls = calls.collect();
    finish("outcomes", site, outcomes(calls)).await
}

fn failed(numbers: &[u32]) -> Vec<String> {
    numbers.iter().map(|n| format!("{n} failed")).collect()
}

/// Of the calls 1, 2 and 3, the second fails. The values of the others count.
#[lab::check]
async fn values_are_kept_when_one_fails() {
    let site = Site::new();
    let (values, _) = run(&site, &[(1, 100), (2, 100), (3, 100)]).await;
    check_results(&site, &values, &[1, 3]);
}

/// And the error is kept beside them.
#[lab::check]
async fn errors_are_kept_beside_the_values() {
    let site = Site::new();
    let (_, errors) = run(&site, &[(1, 100), (2, 100), (3, 100)]).await;
    check_results(&site, &errors, &failed(&[2]));
}

/// Calls 2 and 4 fail early. Nobody is cut off, and nobody is asked again.
#[lab::check]
async fn every_call_runs_to_its_end() {
    let site = Site::new();
    run(&site, &[(1, 300), (2, 20), (3, 200), (4, 10)]).await;
    check_each_once(&site, &["call 1", "call 2", "call 3", "call 4"]);
}

/// The slowest takes 300 ms, and so do all of them.
#[lab::check]
async fn they_run_at_the_same_time() {
    let site = Site::new();
    run(&site, &[(1, 300), (2, 20), (3, 200), (4, 100)]).await;
    check_took(&site, 300);
}

/// Whoever is first in the list is first in its `Vec`, and not who was faster.
#[lab::check]
async fn both_keep_the_order_of_the_calls() {
    let site = Site::new();
    let calls = [(1, 300), (2, 200), (3, 100), (4, 20), (5, 10)];
    let (values, errors) = run(&site, &calls).await;
    check_results(&site, &values, &[1, 3, 5]);
    check_results(&site, &errors, &failed(&[2, 4]));
}

/// No call gives no value and no error.
#[lab::check]
async fn no_calls_give_two_empty_lists() {
    let site = Site::new();
    let (values, errors) = run(&site, &[]).await;
    check_results(&site, &values, &[]);
    check_results(&site, &errors, &[]);
    check_took(&site, 0);
}

/// Forty calls of 100 ms, and no limit: 100 ms.
#[lab::check]
async fn forty_calls_are_not_too_many() {
    let site = Site::new();
    let calls: Vec<_> = (1..=40).map(|n| (n, 100)).collect();
    let (values, errors) = run(&site, &calls).await;
    check_took(&site, 100);
    check_results(&site, &values, &Vec::from_iter((1..=39).step_by(2)));
    let even: Vec<u32> = (2..=40).step_by(2).collect();
    check_results(&site, &errors, &failed(&even));
}

/// Any calls, of which some fail.
#[lab::check]
async fn any_calls_have_their_outcomes() {
    law(|case| {
        Box::pin(async move {
            let site = Site::new();
            let calls = case.items.iter().map(|item| (item.value, item.time));
            let (values, errors) = run(&site, &Vec::from_iter(calls)).await;
            let (even, odd): (Vec<u32>, Vec<u32>) =
                case.values().into_iter().partition(|value| value % 2 == 0);
            check_results(&site, &values, &odd);
            check_results(&site, &errors, &failed(&even));
            check_took(&site, case.longest());
        })
    });
}

async fn fails_at(site: Site, time: u64, bug: bool) -> Result<u64, String> {
    site.ask("job", time, ()).await;
    assert!(!bug, "a bug");
    Ok(time)
}

/// The second of three panics. Nobody may pass over that.
#[lab::check]
async fn a_panic_goes_on() {
    let site = Site::new();
    let jobs = [(20, false), (10, true), (30, false)];
    let jobs = jobs.map(|(time, bug)| fails_at(site.clone(), time, bug));
    let call = outcomes(jobs.into());
    check_panic("outcomes", &site, call).await;
}
