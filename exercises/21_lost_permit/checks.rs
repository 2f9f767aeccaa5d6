//! A permit holds its place for as long as somebody owns it.

use lab::{Site, check_peak, check_results, check_took, finish, law};

use super::exercise::*;

fn pages(count: u32) -> Vec<String> {
    (0..count).map(|page| format!("<page {page}>")).collect()
}

/// Ten pages, two permits.
#[lab::check]
async fn never_more_than_two_at_once() {
    let site = Site::new();
    let got = finish("download_all", &site, download_all(&site, 10, 2)).await;
    check_peak(&site, 2);
    check_results(&site, &got, &pages(10));
}

/// Three waves of two.
#[lab::check]
async fn six_pages_of_50_ms_take_150_ms() {
    let site = Site::taking(&[50; 6]);
    let got = finish("download_all", &site, download_all(&site, 6, 2)).await;
    check_took(&site, 150);
    check_results(&site, &got, &pages(6));
}

/// With one permit the pages come one after the other.
#[lab::check]
async fn one_permit_means_one_at_a_time() {
    let site = Site::new();
    let got = finish("download_all", &site, download_all(&site, 5, 1)).await;
    check_peak(&site, 1);
    check_took(&site, 500);
    check_results(&site, &got, &pages(5));
}

/// Page 0 is ready last, and still stands first, as in the broken program.
#[lab::check]
async fn the_pages_keep_their_order() {
    let site = Site::taking(&[300, 100, 200]);
    let got = finish("download_all", &site, download_all(&site, 3, 2)).await;
    check_peak(&site, 2);
    check_results(&site, &got, &pages(3));
}

/// Any number of pages, with any times, and any limit.
#[lab::check]
async fn the_limit_holds_for_any_pages() {
    law(|case| {
        Box::pin(async move {
            let site = Site::taking(&case.times());
            let count = case.items.len() as u32;
            let all = download_all(&site, count, case.number);
            let got = finish("download_all", &site, all).await;
            check_peak(&site, case.number);
            check_results(&site, &got, &pages(count));
        })
    });
}
