//! So many at once, no more, and no fewer than could be.

use lab::{
    Site, Watched, check_peak, check_results, check_that, check_took, finish,
    law,
};

use super::exercise::*;

fn pages(count: u32) -> Vec<u32> {
    (0..count).collect()
}

fn texts(count: u32) -> Vec<String> {
    (0..count).map(|page| format!("<page {page}>")).collect()
}

/// Ten pages and three permits.
#[lab::check]
async fn never_more_than_three_at_once() {
    let site = Site::new();
    let fetched = fetch_all(site.clone(), pages(10), 3);
    finish("fetch_all", &site, fetched).await;
    check_peak(&site, 3);
}

/// 3 + 3 + 3 + 1 pages of 100 ms: 400 ms.
#[lab::check]
async fn ten_pages_take_four_waves() {
    let site = Site::new();
    let fetched = fetch_all(site.clone(), pages(10), 3);
    finish("fetch_all", &site, fetched).await;
    check_took(&site, 400);
}

/// Page 0 is ready last and still stands first.
#[lab::check]
async fn the_results_come_in_the_order_of_the_pages() {
    let site = Site::taking(&[300, 100, 200]);
    let fetched = fetch_all(site.clone(), pages(4), 3);
    let got = finish("fetch_all", &site, fetched).await;
    check_results(&site, &got, &texts(4));
}

/// Page 0 takes 300 ms. Six others share the two places left: 300 ms in all.
#[lab::check]
async fn a_free_place_is_taken_at_once() {
    let site = Site::taking(&[300]);
    let fetched = fetch_all(site.clone(), pages(7), 3);
    finish("fetch_all", &site, fetched).await;
    check_took(&site, 300);
}

/// One permit: one page after the other.
#[lab::check]
async fn a_limit_of_one_works_too() {
    let site = Site::new();
    let fetched = fetch_all(site.clone(), pages(3), 1);
    let got = finish("fetch_all", &site, fetched).await;
    check_peak(&site, 1);
    check_took(&site, 300);
    check_results(&site, &got, &texts(3));
}

/// Nothing to do takes no time.
#[lab::check]
async fn no_pages_give_no_results() {
    let site = Site::new();
    let fetched = fetch_all(site.clone(), pages(0), 3);
    let got = finish("fetch_all", &site, fetched).await;
    check_results(&site, &got, &texts(0));
    check_took(&site, 0);
}

/// Pages as somebody may ask for them: in no order, and one of them twice.
#[lab::check]
async fn pages_come_as_they_were_asked_for() {
    let site = Site::new();
    let asked = vec![2, 0, 11, 2, 1];
    let wanted: Vec<String> =
        asked.iter().map(|page| format!("<page {page}>")).collect();
    let fetched = fetch_all(site.clone(), asked, 3);
    let got = finish("fetch_all", &site, fetched).await;
    check_results(&site, &got, &wanted);
}

/// Any pages, some of them twice, and any limit.
#[lab::check]
async fn any_pages_and_any_limit() {
    law(|case| {
        Box::pin(async move {
            let site = Site::taking(&case.times());
            let asked = case.values();
            let fetched = fetch_all(site.clone(), asked.clone(), case.number);
            let got = finish("fetch_all", &site, fetched).await;
            let texts = asked.iter().map(|page| format!("<page {page}>"));
            check_results(&site, &got, &Vec::from_iter(texts));
            check_peak(&site, case.number);
            let time = |page: &u32| case.times().get(*page as usize).copied();
            let times = asked.iter().map(|page| time(page).unwrap_or(100));
            let times = Vec::from_iter(times);
            let longest = times.iter().max().copied().unwrap_or(0);
            let most = times.iter().sum::<u64>() / case.number as u64 + longest;
            let now = site.log().now().as_millis() as u64;
            check_that(
                &site,
                now <= most,
                &format!("it takes no more than {most} ms"),
                &format!("it took {now} ms"),
                "A place was free while a page waited.",
            );
        })
    });
}
