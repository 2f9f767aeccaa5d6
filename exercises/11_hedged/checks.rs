//! The second is asked late, the first is kept, and the loser goes.

use lab::{
    Site, check_cancelled, check_each_once, check_results, check_starts,
    check_took, finish, law, ms, settle,
};

use super::exercise::*;

/// Asks with a patience of 100 ms; the calls take these times.
async fn ask(site: &Site, first: u64, second: u64) -> &'static str {
    ask_for(site, first, second, 100).await
}

async fn ask_for(
    site: &Site,
    first: u64,
    second: u64,
    patience: u64,
) -> &'static str {
    let call = |who: &'static str, time| {
        let site = site.clone();
        async move { site.ask(who, time, who).await }
    };
    let race =
        hedged(call("first", first), call("second", second), ms(patience));
    finish("hedged", site, race).await
}

/// 50 ms are within the patience: nobody else is bothered.
#[lab::check]
async fn a_quick_first_is_not_hedged() {
    let site = Site::new();
    let answer = ask(&site, 50, 100).await;
    check_each_once(&site, &["first"]);
    check_results(&site, &[answer], &["first"]);
    check_took(&site, 50);
}

/// Silent for 100 ms, so the second is asked then, and answers at 200 ms.
#[lab::check]
async fn a_silent_first_gets_company_after_100_ms() {
    let site = Site::new();
    let answer = ask(&site, 1000, 100).await;
    check_starts(&site, &[(1, 0), (1, 100)]);
    check_results(&site, &[answer], &["second"]);
}

/// It answers at 150 ms, before the second has anything to say.
#[lab::check]
async fn the_first_may_still_win() {
    let site = Site::new();
    let answer = ask(&site, 150, 1000).await;
    check_results(&site, &[answer], &["first"]);
    check_cancelled(&site, "second", 150).await;
}

/// At 200 ms the second has won, and the first is cancelled.
#[lab::check]
async fn the_loser_is_cancelled() {
    let site = Site::new();
    ask(&site, 1000, 100).await;
    check_cancelled(&site, "first", 200).await;
}

/// 300 ms of patience are 300 ms.
#[lab::check]
async fn who_has_more_patience_asks_later() {
    let site = Site::new();
    let answer = ask_for(&site, 1000, 50, 300).await;
    check_starts(&site, &[(1, 0), (1, 300)]);
    check_results(&site, &[answer], &["second"]);
}

/// Any two calls, and any patience.
#[lab::check]
async fn any_patience_is_kept() {
    law(|case| {
        Box::pin(async move {
            let (Some(one), Some(two)) =
                (case.items.first(), case.items.last())
            else {
                return;
            };
            let site = Site::new();
            let patience = case.moment;
            let got = ask_for(&site, one.time, two.time, patience).await;
            let other = patience + two.time;
            let winner = if one.time < other { "first" } else { "second" };
            check_results(&site, &[got], &[winner]);
            settle().await;
            check_took(&site, one.time.min(other));
        })
    });
}
