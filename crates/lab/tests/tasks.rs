//! Who ran what, and what becomes of a panic.

use lab::{Site, check_own_tasks, survive};

async fn fetch(site: Site, page: u32) -> String {
    site.fetch(page).await
}

#[tokio::test(start_paused = true)]
async fn spawned_visits_have_tasks_of_their_own() {
    let site = Site::new();
    let tasks = [0, 1].map(|page| tokio::spawn(fetch(site.clone(), page)));
    for task in tasks {
        task.await.expect("no panic");
    }
    check_own_tasks(&site);
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "no task was spawned for them")]
async fn joined_visits_have_not() {
    let site = Site::new();
    tokio::join!(site.fetch(0), site.fetch(1));
    check_own_tasks(&site);
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "they ran in 1 task\n")]
async fn two_in_one_task_are_not_alone() {
    let site = Site::new();
    let both = site.clone();
    let task = tokio::spawn(async move {
        tokio::join!(both.fetch(0), both.fetch(1));
    });
    task.await.expect("no panic");
    check_own_tasks(&site);
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "`seven` panicked: not today")]
async fn a_panic_is_told() {
    let site = Site::new();
    survive("seven", &site, async { panic!("not today") }).await
}

#[tokio::test(start_paused = true)]
async fn what_ends_well_is_handed_on() {
    let site = Site::new();
    assert_eq!(survive("seven", &site, async { 7 }).await, 7);
}
