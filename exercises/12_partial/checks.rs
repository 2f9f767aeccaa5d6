//! What came is kept, what is late is cancelled, and nobody waits in vain.

use lab::{
    Site, check_cancelled, check_full, check_took, check_value, finish, law,
    ms, settle, survive,
};

use super::exercise::*;

/// Fetches a page for each of these times; returns which ones came.
async fn fetch(site: &Site, count: u32, limit: u64) -> Vec<Option<String>> {
    let pages = (0..count).collect();
    let fetched = in_time(site.clone(), pages, ms(limit));
    finish("in_time", site, fetched).await
}

fn texts(came: &[bool]) -> Vec<Option<String>> {
    let texts = came.iter().enumerate();
    texts
        .map(|(page, came)| came.then(|| format!("<page {page}>")))
        .collect()
}

/// 100 ms, 400 ms and 200 ms, and a limit of 250 ms.
#[lab::check]
async fn what_came_in_time_is_kept() {
    let site = Site::taking(&[100, 400, 200]);
    let got = fetch(&site, 3, 250).await;
    check_value(
        &site,
        "in_time",
        &got,
        &texts(&[true, false, true]),
        "Each page stands in its own place: the text if it came by 250 ms, \
         else `None`. One that is late takes nothing away from the others, \
         and the time that one waits for is not given anew to the next.",
    );
}

/// Page 1 is dropped when the time is over, and does not run on.
#[lab::check]
async fn the_late_ones_are_cancelled() {
    let site = Site::taking(&[100, 400, 200]);
    fetch(&site, 3, 250).await;
    check_cancelled(&site, "page 1", 250).await;
}

/// 10 ms after the call, all of them are under way.
#[lab::check]
async fn all_of_them_begin_at_once() {
    let site = Site::new();
    let pages = vec![0, 1, 2, 3];
    let cut =
        tokio::time::timeout(ms(10), in_time(site.clone(), pages, ms(1000)));
    let _ = finish("in_time", &site, cut).await;
    check_full(&site, 4);
}

/// All are there at 200 ms: the limit of a second does not make it longer.
#[lab::check]
async fn nobody_waits_for_the_limit() {
    let site = Site::taking(&[200, 100]);
    let got = fetch(&site, 2, 1000).await;
    check_took(&site, 200);
    let cause = "Both came in time: two texts, in the order of the pages.";
    check_value(&site, "in_time", &got, &texts(&[true, true]), cause);
}

/// A limit of 50 ms is too short for all of them.
#[lab::check]
async fn if_all_are_late_nothing_is_left() {
    let site = Site::new();
    let got = fetch(&site, 3, 50).await;
    let cause = "None of them came: three times `None`, and no empty list.";
    check_value(&site, "in_time", &got, &texts(&[false; 3]), cause);
    check_cancelled(&site, "page 0", 50).await;
}

/// No pages, no results, no time.
#[lab::check]
async fn no_pages_give_no_results() {
    let site = Site::new();
    let got = fetch(&site, 0, 100).await;
    let cause = "There is nothing to wait for.";
    check_value(&site, "in_time", &got, &vec![], cause);
    check_took(&site, 0);
}

/// Pages as somebody may ask for them: in no order, and one of them twice.
#[lab::check]
async fn pages_come_as_they_were_asked_for() {
    let site = Site::new();
    let pages = vec![7, 2, 7, 0];
    let fetched = in_time(site.clone(), pages.clone(), ms(250));
    let got = survive("in_time", &site, fetched).await;
    let texts = pages.iter().map(|page| Some(format!("<page {page}>")));
    let cause = "A page's number says nothing of its place: each text stands \
                 where its page stands in the list.";
    check_value(&site, "in_time", &got, &texts.collect(), cause);
}

/// Any pages, and any limit: what came by then stands in its place.
#[lab::check]
async fn any_pages_and_any_limit() {
    law(|case| {
        Box::pin(async move {
            let site = Site::taking(&case.times());
            let pages = Vec::from_iter((0..case.items.len() as u32).rev());
            let fetched = in_time(site.clone(), pages.clone(), ms(case.moment));
            let got = survive("in_time", &site, fetched).await;
            let texts = pages.iter().map(|page| {
                let came = case.items[*page as usize].time < case.moment;
                came.then(|| format!("<page {page}>"))
            });
            let cause = "A text for each page that came in time, `None` for \
                         each other, in the order of the pages.";
            check_value(&site, "in_time", &got, &texts.collect(), cause);
            settle().await;
            check_took(&site, case.longest().min(case.moment));
        })
    });
}
