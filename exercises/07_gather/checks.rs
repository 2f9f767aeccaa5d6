//! At the same time, and in the order of the input.

use lab::{
    Site, check_full, check_panic, check_results, check_took, finish, law, ms,
};

use super::exercise::*;

/// Three requests that answer after the given times, with their names.
async fn ask(site: Site, name: &'static str, time: u64) -> &'static str {
    site.ask(name, time, name).await
}

fn three(site: &Site) -> Vec<impl Future<Output = &'static str> + use<>> {
    let times = [("a", 300), ("b", 100), ("c", 200)];
    times
        .map(|(name, time)| ask(site.clone(), name, time))
        .into()
}

/// b is ready first and c second, and still they are a, b, c.
#[lab::check]
async fn the_results_come_in_input_order() {
    let site = Site::new();
    let results = finish("gather", &site, gather(three(&site))).await;
    check_results(&site, &results, &["a", "b", "c"]);
}

/// 10 ms after the call, all three are under way.
#[lab::check]
async fn all_of_them_begin_at_once() {
    let site = Site::new();
    let cut = tokio::time::timeout(ms(10), gather(three(&site)));
    let _ = finish("gather", &site, cut).await;
    check_full(&site, 3);
}

/// 300 ms, 100 ms and 200 ms side by side take 300 ms.
#[lab::check]
async fn it_takes_as_long_as_the_slowest() {
    let site = Site::new();
    finish("gather", &site, gather(three(&site))).await;
    check_took(&site, 300);
}

/// An empty list is no special case.
#[lab::check]
async fn no_futures_give_no_results() {
    let site = Site::new();
    let mut none = three(&site);
    none.clear();
    let results = finish("gather", &site, gather(none)).await;
    check_results(&site, &results, &[]);
    check_took(&site, 0);
}

/// A hundred requests, the last of them ready first.
#[lab::check]
async fn a_hundred_keep_their_order() {
    let site = Site::new();
    let requests: Vec<_> = (0..100_u64)
        .map(|n| {
            let site = site.clone();
            async move { site.ask(&format!("no {n}"), 200 - n, n).await }
        })
        .collect();
    let results = finish("gather", &site, gather(requests)).await;
    check_results(&site, &results, &Vec::from_iter(0..100));
    check_took(&site, 200);
}

/// Any number of futures, with any times.
#[lab::check]
async fn any_futures_keep_their_order() {
    law(|case| {
        Box::pin(async move {
            let site = Site::new();
            let ask = |item: &lab::Item| {
                let (site, item) = (site.clone(), *item);
                async move { site.ask("it", item.time, item.value).await }
            };
            let futures = Vec::from_iter(case.items.iter().map(ask));
            let got = finish("gather", &site, gather(futures)).await;
            check_results(&site, &got, &case.values());
            check_took(&site, case.longest());
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
    let call = gather(jobs.into());
    check_panic("gather", &site, call).await;
}
