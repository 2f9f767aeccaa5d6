//! The limit is for all three pages together, and it is kept.

use lab::{
    Site, check_cancelled, check_sequence, check_starts, check_took,
    check_value, finish, law, ms, settle,
};

use super::exercise::*;

/// The texts, or nothing if the time was over.
async fn fetch(site: &Site, limit: u64) -> Option<Vec<String>> {
    let fetched = three_pages(site.clone(), ms(limit));
    finish("three_pages", site, fetched).await.ok()
}

fn texts() -> Option<Vec<String>> {
    Some((0..3).map(|page| format!("<page {page}>")).collect())
}

/// Three pages of 100 ms in a row do not fit into 250 ms.
#[lab::check]
async fn the_limit_is_for_all_three() {
    let site = Site::new();
    let got = fetch(&site, 250).await;
    check_value(
        &site,
        "three_pages",
        &got,
        &None,
        "Three pages of 100 ms in a row cannot all come within 250 ms. Does \
         each page get a limit of its own? Do all three count? Or did they \
         run side by side?",
    );
}

/// 10 ms, 200 ms, 10 ms: together 220 ms, and that is in time.
#[lab::check]
async fn a_quick_page_leaves_its_time_to_a_slow_one() {
    let site = Site::taking(&[10, 200, 10]);
    let got = fetch(&site, 250).await;
    check_value(
        &site,
        "three_pages",
        &got,
        &texts(),
        "All three together took less than the limit. A share for each page \
         is not what was asked for: what one does not use, the next may.",
    );
}

/// At 250 ms page 2 is under way. It is dropped there.
#[lab::check]
async fn what_is_too_late_is_cancelled() {
    let site = Site::new();
    fetch(&site, 250).await;
    check_cancelled(&site, "page 2", 250).await;
}

/// 300 ms used up by page 0: the others never begin.
#[lab::check]
async fn one_page_may_use_it_up() {
    let site = Site::taking(&[300, 10, 10]);
    fetch(&site, 250).await;
    check_starts(&site, &[(1, 0)]);
    check_cancelled(&site, "page 0", 250).await;
}

/// With time enough: 100 ms each, in their order, and no time lost.
#[lab::check]
async fn in_time_they_come_one_after_the_other() {
    let site = Site::new();
    let got = fetch(&site, 1000).await;
    check_took(&site, 300);
    check_sequence(&site, &[&["page 0"], &["page 1"], &["page 2"]]);
    let cause = "Nothing was late, so all three texts are the result.";
    check_value(&site, "three_pages", &got, &texts(), cause);
}

/// Any times, and any limit: all three in time, or none.
#[lab::check]
async fn any_times_and_any_limit() {
    law(|case| {
        Box::pin(async move {
            let site = Site::taking(&case.times());
            let time =
                |n: usize| case.items.get(n).map_or(100, |item| item.time);
            let sum: u64 = (0..3).map(time).sum();
            let got = fetch(&site, case.moment).await;
            let in_time = sum < case.moment;
            let cause = "The limit is that of all three together.";
            let expected = texts().filter(|_| in_time);
            check_value(&site, "three_pages", &got, &expected, cause);
            settle().await;
            check_took(&site, sum.min(case.moment));
        })
    });
}
