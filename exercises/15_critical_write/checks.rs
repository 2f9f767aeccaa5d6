//! The waiting has a limit, the write has not.

use lab::{
    Store, Watched as _, check_results, check_that, check_took, finish, law, ms,
};
use tokio::time::sleep;
use tokio_util::task::TaskTracker;

use super::exercise::*;

/// A write of 3 s and a limit of 1 s.
#[lab::check]
async fn the_write_goes_on_after_the_limit() {
    let (store, writes) = (Store::taking(3000), TaskTracker::new());
    let saved = save(store.clone(), &writes, vec![1], ms(1000));
    let _ = finish("save", &store, saved).await;
    sleep(ms(10_000)).await;
    check_results(&store, &store.written(), &[vec![1]]);
    check_that(
        &store,
        store.log().visits().len() == 1,
        "the batch is written once",
        &format!("it was written {} times", store.log().visits().len()),
        "Each call of `write` makes a new future and does the work again.",
    );
}

/// It tells so at 1 s.
#[lab::check]
async fn the_waiting_ends_at_the_limit() {
    let (store, writes) = (Store::taking(3000), TaskTracker::new());
    let saved = save(store.clone(), &writes, vec![1], ms(1000));
    let saved = finish("save", &store, saved).await;
    let now = store.log().now();
    check_that(
        &store,
        saved.is_err() && now == ms(1000),
        "`save` gives an error at 1000 ms",
        &format!("it gives {saved:?} at {} ms", now.as_millis()),
        match (now > ms(1000), saved.is_ok()) {
            (true, _) => {
                "The write takes 3 s, the caller wants to wait for 1 s. What \
                 is it that has the limit, and what is awaited besides?"
            }
            (false, true) => {
                "The write was not done by then, and the caller is told that \
                 it was: what becomes of the error of the limit?"
            }
            (false, false) => "The caller gave up before its limit was over.",
        },
    );
}

/// The program ends when the tracker has nobody left.
#[lab::check]
async fn the_write_is_tracked() {
    let (store, writes) = (Store::taking(3000), TaskTracker::new());
    finish("save", &store, async {
        let _ = save(store.clone(), &writes, vec![1], ms(1000)).await;
        writes.close();
        writes.wait().await;
    })
    .await;
    let now = store.log().now();
    check_that(
        &store,
        now == ms(3000),
        "`writes.wait()` is over at 3000 ms, when the write is done",
        &format!("it was over at {} ms", now.as_millis()),
        "The tracker does not know of the write. A program that waits for \
         the tracker would end now and drop the write half done.",
    );
    check_results(&store, &store.written(), &[vec![1]]);
}

/// A quick write is waited for.
#[lab::check]
async fn a_quick_write_is_ok_when_it_is_done() {
    let (store, writes) = (Store::taking(200), TaskTracker::new());
    let saved = save(store.clone(), &writes, vec![1, 2], ms(1000));
    let saved = finish("save", &store, saved).await;
    check_that(
        &store,
        saved.is_ok(),
        "`save` gives Ok(())",
        &format!("it gives {saved:?}"),
        "The write took 200 ms of the 1000 that it may take.",
    );
    check_took(&store, 200);
    check_results(&store, &store.written(), &[vec![1, 2]]);
}

/// The caller is aborted at 500 ms.
#[lab::check]
async fn the_write_outlives_its_caller() {
    let (store, writes) = (Store::taking(3000), TaskTracker::new());
    finish("save", &store, async {
        let (target, tracker) = (store.clone(), writes.clone());
        let caller = tokio::spawn(async move {
            let _ = save(target, &tracker, vec![1], ms(1000)).await;
        });
        sleep(ms(500)).await;
        caller.abort();
        if let Err(e) = caller.await
            && e.is_panic()
        {
            std::panic::resume_unwind(e.into_panic());
        }
        writes.close();
        writes.wait().await;
    })
    .await;
    check_results(&store, &store.written(), &[vec![1]]);
    check_took(&store, 3000);
}

/// Any write, and any limit: what is late is written nevertheless.
#[lab::check]
async fn any_write_and_any_limit() {
    law(|case| {
        Box::pin(async move {
            let time = case.items.first().map_or(100, |item| item.time);
            let (store, writes) = (Store::taking(time), TaskTracker::new());
            let limit = ms(case.moment);
            let saved = save(store.clone(), &writes, case.values(), limit);
            let saved = finish("save", &store, saved).await;
            let now = store.log().now();
            let in_time = time < case.moment;
            check_that(
                &store,
                saved.is_ok() == in_time && now == ms(time.min(case.moment)),
                &format!("the answer at {} ms", time.min(case.moment)),
                &format!("{saved:?} at {} ms", now.as_millis()),
                "The waiting ends with the write or with the limit, whichever \
                 comes first.",
            );
            writes.close();
            finish("writes.wait()", &store, writes.wait()).await;
            check_results(&store, &store.written(), &[case.values()]);
        })
    });
}
