//! Together they take as long as the slowest, and no longer.

use std::time::Duration;

use lab::{
    Site, check_each_once, check_starts, check_took, check_value, finish, law,
    ms,
};

use super::exercise::*;

const FIRST_SEEN: &str = "The time is read at one moment and the work ends at \
     another, or two clocks are mixed: which clock is it, when is it read, and \
     what has happened by then?";

async fn run(site: &Site, pages: &[u32]) -> Duration {
    finish("total_time", site, total_time(site, pages)).await
}

/// 100, 300 and 200 ms: together that is 300 ms.
#[lab::check]
async fn three_pages_take_as_long_as_the_slowest() {
    let site = Site::taking(&[100, 300, 200]);
    run(&site, &[0, 1, 2]).await;
    check_took(&site, 300);
}

/// What it gives is the time that it took.
#[lab::check]
async fn the_time_it_gives_is_the_time_it_took() {
    let site = Site::taking(&[100, 300, 200]);
    let time = run(&site, &[0, 1, 2]).await;
    check_value(&site, "total_time", &time, &ms(300), FIRST_SEEN);
}

/// The order of the pages makes no difference: the slowest comes last here.
#[lab::check]
async fn the_slowest_may_come_last() {
    let site = Site::taking(&[100, 200, 300]);
    let time = run(&site, &[0, 1, 2]).await;
    check_took(&site, 300);
    check_value(&site, "total_time", &time, &ms(300), FIRST_SEEN);
}

/// Each of fifty requests begins at 0 ms, and each page is fetched once.
#[lab::check]
async fn fifty_pages_begin_at_once() {
    let site = Site::new();
    let pages: Vec<u32> = (0..50).collect();
    run(&site, &pages).await;
    check_starts(&site, &[(50, 0)]);
    let names: Vec<String> =
        pages.iter().map(|n| format!("page {n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    check_each_once(&site, &names);
    check_took(&site, 100);
}

/// Any list, with any times; and a second call begins anew.
#[lab::check]
async fn any_list_takes_as_long_as_its_slowest() {
    law(|case| {
        Box::pin(async move {
            let site = Site::taking(&case.times());
            let pages = Vec::from_iter((0..case.items.len() as u32).rev());
            for call in 1..=2 {
                let time = run(&site, &pages).await;
                check_took(&site, call * case.longest());
                let longest = ms(case.longest());
                check_value(&site, "total_time", &time, &longest, FIRST_SEEN);
            }
        })
    });
}
