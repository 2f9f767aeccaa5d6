//! Not how many run at once, but how many begin in a second.

use std::sync::Arc;

use lab::{Site, check_peak, check_rate, check_rate_starts, finish, law, ms};
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::exercise::*;

/// `count` callers at the same time, each with a call of `time` ms.
async fn call(site: &Site, limiter: &Arc<RateLimiter>, count: u32, time: u64) {
    let mut calls = JoinSet::new();
    for n in 0..count {
        let (site, limiter) = (site.clone(), Arc::clone(limiter));
        calls.spawn(async move {
            limiter.acquire().await;
            site.ask(&format!("call {n}"), time, ()).await;
        });
    }
    finish("RateLimiter::acquire", site, calls.join_all()).await;
}

/// Nothing has been used up yet.
#[lab::check]
async fn the_first_ten_do_not_wait() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(10, ms(1000)));
    call(&site, &limiter, 10, 20).await;
    check_rate_starts(&site, &[(10, 0)]);
}

/// 10 at 0 s, 10 at 1 s, 5 at 2 s.
#[lab::check]
async fn twenty_five_calls_begin_ten_ten_five() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(10, ms(1000)));
    call(&site, &limiter, 25, 20).await;
    check_rate_starts(&site, &[(10, 0), (10, 1000), (5, 2000)]);
}

/// Calls of 5 s begin at the same times: a rate is not a number of places.
#[lab::check]
async fn slow_calls_change_nothing() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(10, ms(1000)));
    call(&site, &limiter, 25, 5000).await;
    check_rate_starts(&site, &[(10, 0), (10, 1000), (5, 2000)]);
    check_peak(&site, 25);
}

/// One call at 0 ms and twenty at 950 ms: also between 950 and 1950 ms only
/// ten may begin.
#[lab::check]
async fn no_second_has_more_than_ten_wherever_it_begins() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(10, ms(1000)));
    call(&site, &limiter, 1, 20).await;
    sleep(ms(930)).await;
    call(&site, &limiter, 20, 20).await;
    check_rate(&site, 10, 1000);
    check_rate_starts(
        &site,
        &[(1, 0), (9, 950), (1, 1000), (9, 1950), (1, 2000)],
    );
}

/// After five quiet seconds it is ten again, and not sixty.
#[lab::check]
async fn an_idle_limiter_does_not_save_up() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(10, ms(1000)));
    sleep(ms(5000)).await;
    call(&site, &limiter, 25, 20).await;
    check_rate(&site, 10, 1000);
    check_rate_starts(&site, &[(10, 5000), (10, 6000), (5, 7000)]);
}

/// A caller that waits and is dropped has used up nothing.
#[lab::check]
async fn who_gives_up_waiting_takes_nothing() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(10, ms(1000)));
    call(&site, &limiter, 10, 20).await;
    for _ in 0..5 {
        let impatient = tokio::time::timeout(ms(100), limiter.acquire());
        let _ = finish("RateLimiter::acquire", &site, impatient).await;
    }
    call(&site, &limiter, 10, 20).await;
    check_rate_starts(&site, &[(10, 0), (10, 1000)]);
}

/// Two in 100 ms, and five callers: two at 0 ms, two at 100 ms, one at 200 ms.
#[lab::check]
async fn limit_and_window_are_those_that_were_given() {
    let site = Site::new();
    let limiter = Arc::new(RateLimiter::new(2, ms(100)));
    call(&site, &limiter, 5, 20).await;
    check_rate(&site, 2, 100);
    check_rate_starts(&site, &[(2, 0), (2, 100), (1, 200)]);
}

/// Any number of callers, any limit, any window.
#[lab::check]
async fn any_limit_and_any_window() {
    law(|case| {
        Box::pin(async move {
            let site = Site::new();
            let window = case.moment;
            let limiter = Arc::new(RateLimiter::new(case.number, ms(window)));
            let count = case.items.len();
            call(&site, &limiter, count as u32, 20).await;
            check_rate(&site, case.number, window);
            let groups = (0..count).step_by(case.number);
            let groups = groups.map(|n| (count - n).min(case.number));
            let groups = groups.zip((0..).step_by(window as usize));
            check_rate_starts(&site, &Vec::from_iter(groups));
        })
    });
}
