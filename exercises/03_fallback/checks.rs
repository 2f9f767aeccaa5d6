//! Whoever passes a future decides nothing yet; whoever awaits it does.

use lab::{
    Site, check_each_once, check_results, check_sequence, check_took, finish,
    law,
};

use super::exercise::*;

/// The primary's answer is returned as it is.
#[lab::check]
async fn what_the_primary_finds_is_the_answer() {
    let site = Site::new();
    let primary = site.ask("primary", 100, Some("red"));
    let backup = site.ask("backup", 50, Some("blue"));
    let found = finish("first_found", &site, first_found(primary, backup));
    check_results(&site, &[found.await], &[Some("red")]);
}

/// A future that is not needed is never begun: it costs nothing.
#[lab::check]
async fn the_backup_does_not_run_when_the_primary_has_an_answer() {
    let site = Site::new();
    let primary = site.ask("primary", 100, Some("red"));
    let backup = site.ask("backup", 50, Some("blue"));
    finish("first_found", &site, first_found(primary, backup)).await;
    check_each_once(&site, &["primary"]);
}

/// With nothing from the primary, the backup's answer counts.
#[lab::check]
async fn the_backup_is_asked_when_the_primary_has_nothing() {
    let site = Site::new();
    let primary = site.ask("primary", 100, None);
    let backup = site.ask("backup", 50, Some("blue"));
    let found =
        finish("first_found", &site, first_found(primary, backup)).await;
    check_each_once(&site, &["primary", "backup"]);
    check_results(&site, &[found], &[Some("blue")]);
}

/// The two do not overlap: 100 ms, then 50 ms.
#[lab::check]
async fn the_backup_begins_after_the_primary_has_ended() {
    let site = Site::new();
    let primary = site.ask("primary", 100, None);
    let backup = site.ask("backup", 50, Some("blue"));
    finish("first_found", &site, first_found(primary, backup)).await;
    check_sequence(&site, &[&["primary"], &["backup"]]);
    lab::check_took(&site, 150);
}

/// Both were asked, and neither knows.
#[lab::check]
async fn nothing_is_found_when_neither_knows() {
    let site = Site::new();
    let primary = site.ask("primary", 100, None::<u32>);
    let backup = site.ask("backup", 50, None);
    let found = finish("first_found", &site, first_found(primary, backup));
    check_results(&site, &[found.await], &[None]);
    check_each_once(&site, &["primary", "backup"]);
}

/// The primary takes fifty minutes. Nobody said that it has to hurry.
#[lab::check]
async fn a_slow_primary_is_waited_for() {
    let site = Site::new();
    let primary = site.ask("primary", 3_000_000, Some("red"));
    let backup = site.ask("backup", 50, Some("blue"));
    let found = finish("first_found", &site, first_found(primary, backup));
    check_results(&site, &[found.await], &[Some("red")]);
    check_each_once(&site, &["primary"]);
}

/// Whatever the two take, and whether the primary knows or not.
#[lab::check]
async fn any_times_are_waited_for() {
    law(|case| {
        Box::pin(async move {
            let (Some(one), Some(two)) =
                (case.items.first(), case.items.last())
            else {
                return;
            };
            let site = Site::new();
            let known = (one.value % 2 == 0).then_some("red");
            let primary = site.ask("primary", one.time, known);
            let backup = site.ask("backup", two.time, Some("blue"));
            let found =
                finish("first_found", &site, first_found(primary, backup));
            let found = found.await;
            check_results(&site, &[found], &[known.or(Some("blue"))]);
            let more = if known.is_some() { 0 } else { two.time };
            check_took(&site, one.time + more);
        })
    });
}
