//! What tasks share, they share behind a lock, and nobody waits for it long.

use std::sync::Arc;

use lab::Watched;
use lab::explore::{Race, explore, thread};
use lab::survive;
use lab::{
    Site, check_each_once, check_own_tasks, check_results, check_took, law,
};

use super::exercise::*;
use super::explored;

/// Page 0 is asked for first and arrives last.
#[lab::check]
async fn the_list_has_the_pages_as_they_arrive() {
    let site = Site::taking(&[300, 100, 200]);
    let call = arrivals(&site, &[0, 1, 2]);
    let got = survive("arrivals", &site, call).await;
    check_results(&site, &got, &[1, 2, 0]);
}

/// 300, 100 and 200 ms side by side take 300 ms.
#[lab::check]
async fn they_are_fetched_at_the_same_time() {
    let site = Site::taking(&[300, 100, 200]);
    survive("arrivals", &site, arrivals(&site, &[0, 1, 2])).await;
    check_took(&site, 300);
}

/// Three pages, three tasks.
#[lab::check]
async fn each_page_has_a_task_of_its_own() {
    let site = Site::new();
    survive("arrivals", &site, arrivals(&site, &[0, 1, 2])).await;
    check_own_tasks(&site);
}

/// Page 1 is asked for twice and fetched once.
#[lab::check]
async fn no_page_is_fetched_twice() {
    let site = Site::new();
    let seen = Seen::default();
    let call = each_once(&site, &[1, 2, 1], &seen);
    survive("each_once", &site, call).await;
    check_each_once(&site, &["page 1", "page 2"]);
}

/// Two calls at the same time, with one set: page 2 belongs to one of them.
#[lab::check]
async fn two_calls_share_what_was_seen() {
    let site = Site::new();
    let seen = Seen::default();
    let both = async {
        tokio::join!(
            each_once(&site, &[1, 2], &seen),
            each_once(&site, &[2, 3], &seen),
        );
    };
    survive("each_once", &site, both).await;
    check_each_once(&site, &["page 1", "page 2", "page 3"]);
}

/// The lock is free while pages are fetched: three pages take 100 ms.
#[lab::check]
async fn nobody_waits_for_the_lock() {
    let site = Site::new();
    let seen = Seen::default();
    let call = each_once(&site, &[1, 2, 3], &seen);
    survive("each_once", &site, call).await;
    check_took(&site, 100);
}

/// Here, too, each page is fetched by a task of its own.
#[lab::check]
async fn these_have_their_own_tasks_too() {
    let site = Site::new();
    let seen = Seen::default();
    let call = each_once(&site, &[1, 2, 3], &seen);
    survive("each_once", &site, call).await;
    check_own_tasks(&site);
}

/// The second call begins when the first is over. Page 2 was seen by then.
#[lab::check]
async fn a_later_call_remembers() {
    let site = Site::new();
    let seen = Seen::default();
    let calls = async {
        each_once(&site, &[2, 1], &seen).await;
        each_once(&site, &[3, 2], &seen).await;
    };
    survive("each_once", &site, calls).await;
    check_each_once(&site, &["page 2", "page 1", "page 3"]);
}

/// Two calls on two threads, with one set. Page 2 is asked for by both.
#[lab::check]
async fn two_threads_share_what_was_seen() {
    let race = || {
        let (site, seen) = (Site::new(), explored::Seen::default());
        let call = |pages: [u32; 2]| {
            let (site, seen) = (site.clone(), Arc::clone(&seen));
            thread(move || async move {
                explored::each_once(&site, &pages, &seen).await;
            })
        };
        let threads = vec![call([1, 2]), call([2, 3])];
        let verdict = move || {
            let count = site.log().count("page 2");
            match count {
                1 => Ok(()),
                _ => Err(format!("page 2 was fetched {count} times")),
            }
        };
        Race {
            threads,
            verdict: Box::new(verdict),
        }
    };
    let cause = "Between two calls of `lock` the other thread can have its \
                 turn: what was read under the first guard may be old under \
                 the second.";
    explore("each_once", "page 2 is fetched once", cause, race).await;
}

/// Any pages: as they arrive; and each of them once.
#[lab::check]
async fn any_pages_arrive_once_each() {
    law(|case| {
        Box::pin(async move {
            let case = case.apart();
            let site = Site::taking(&case.times());
            let pages = Vec::from_iter(0..case.items.len() as u32);
            let got = survive("arrivals", &site, arrivals(&site, &pages)).await;
            let mut sorted = pages;
            sorted.sort_by_key(|page| case.items[*page as usize].time);
            check_results(&site, &got, &sorted);

            let (site, seen) = (Site::new(), Seen::default());
            let mut pages = case.values();
            let call = each_once(&site, &pages, &seen);
            survive("each_once", &site, call).await;
            pages.sort_unstable();
            pages.dedup();
            let lanes = pages.iter().map(|page| format!("page {page}"));
            let lanes = Vec::from_iter(lanes);
            let lanes = Vec::from_iter(lanes.iter().map(String::as_str));
            check_each_once(&site, &lanes);
        })
    });
}
