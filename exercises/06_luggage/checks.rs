//! A task owns what it uses, for as long as it needs it, and no longer.

use std::sync::Arc;

use lab::{Site, check_own_tasks, check_results, check_took, law, survive};

use super::exercise::*;

fn crawler(site: &Site) -> Crawler {
    let site = site.clone();
    let name = Arc::from("ada");
    Crawler { site, name }
}

/// Starts the pages 0 to 2. The crawler is gone before the first task runs.
async fn texts(crawler: Crawler) -> Vec<String> {
    let tasks = crawler.start(&[0, 1, 2]);
    drop(crawler);
    let mut texts = Vec::new();
    for task in tasks {
        texts.push(task.await.expect("no task panics"));
    }
    texts
}

/// The handles give what `fetch` gives, in the order of the pages.
#[lab::check]
async fn the_tasks_outlive_the_crawler() {
    let mut expected = Vec::new();
    for page in [0, 1, 2] {
        expected.push(crawler(&Site::new()).fetch(page).await);
    }
    let site = Site::taking(&[300, 100, 200]);
    let got = survive("start", &site, texts(crawler(&site))).await;
    check_results(&site, &got, &expected);
}

/// 300, 100 and 200 ms side by side take 300 ms.
#[lab::check]
async fn they_run_at_the_same_time() {
    let site = Site::taking(&[300, 100, 200]);
    survive("start", &site, texts(crawler(&site))).await;
    check_took(&site, 300);
}

/// Three pages, three tasks, and all of them at the crawler's own site.
#[lab::check]
async fn each_page_has_a_task_of_its_own() {
    let site = Site::new();
    survive("start", &site, texts(crawler(&site))).await;
    check_own_tasks(&site);
}

/// When the tasks have ended, nobody owns the name but this check.
#[lab::check]
async fn nothing_stays_behind() {
    let site = Site::new();
    let crawler = crawler(&site);
    let name = Arc::clone(&crawler.name);
    survive("start", &site, texts(crawler)).await;
    let owners = Arc::strong_count(&name);
    let left = format!("{} owners are left", owners - 1);
    check_results(&site, &[left], &["0 owners are left".to_owned()]);
}

/// Any pages, in no order, some of them twice.
#[lab::check]
async fn any_pages_are_fetched() {
    law(|case| {
        Box::pin(async move {
            let site = Site::taking(&case.times());
            let crawler = crawler(&site);
            let pages = case.values();
            let call = async {
                let tasks = crawler.start(&pages);
                drop(crawler);
                let texts = futures::future::join_all(tasks).await;
                Vec::from_iter(texts.into_iter().flatten())
            };
            let got = survive("start", &site, call).await;
            let texts = pages.iter().map(|page| format!("ada: <page {page}>"));
            check_results(&site, &got, &Vec::from_iter(texts));
            let time = |page: &u32| case.times().get(*page as usize).copied();
            let longest =
                pages.iter().map(|page| time(page).unwrap_or(100)).max();
            check_took(&site, longest.unwrap_or(0));
        })
    });
}
