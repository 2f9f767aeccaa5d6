//! A slow screen follows a value that changes quickly.

use lab::{Screen, check_results, check_took, ms, survive};
use tokio::join;
use tokio::sync::watch;
use tokio::time::sleep;

use super::exercise::*;

/// A value that nobody ever changes is shown, too.
#[lab::check]
async fn the_first_value_is_shown() {
    let screen = Screen::new();
    let (sender, values) = watch::channel(7);
    drop(sender);
    survive("follow", &screen, follow(values, &screen)).await;
    check_results(&screen, &screen.shown(), &[7]);
    check_took(&screen, 100);
}

/// Nine changes, one every 30 ms; the screen is ready again at 100, 200 and
/// 300 ms, when the values are 3, 6 and 9.
#[lab::check]
async fn what_came_meanwhile_is_skipped() {
    let screen = Screen::new();
    let (sender, values) = watch::channel(0);
    let change = async move {
        for value in 1..=9 {
            sleep(ms(30)).await;
            sender.send_replace(value);
        }
        sleep(ms(100)).await;
    };
    let both = async { join!(follow(values, &screen), change) };
    survive("follow", &screen, both).await;
    check_results(&screen, &screen.shown(), &[0, 3, 6, 9]);
    check_took(&screen, 400);
}

/// The value was 5 before `follow` looked for the first time: one look.
#[lab::check]
async fn nothing_is_shown_twice() {
    let screen = Screen::new();
    let (sender, values) = watch::channel(0);
    sender.send_replace(5);
    let end = async move {
        sleep(ms(450)).await;
        drop(sender);
    };
    let both = async { join!(follow(values, &screen), end) };
    survive("follow", &screen, both).await;
    check_results(&screen, &screen.shown(), &[5]);
    check_took(&screen, 450);
}

/// The last change, and then the end, while the screen is busy.
#[lab::check]
async fn the_last_value_is_shown() {
    let screen = Screen::new();
    let (sender, values) = watch::channel(0);
    let change = async move {
        sleep(ms(50)).await;
        sender.send_replace(9);
    };
    let both = async { join!(follow(values, &screen), change) };
    survive("follow", &screen, both).await;
    check_results(&screen, &screen.shown(), &[0, 9]);
    check_took(&screen, 200);
}

/// 50, then 40 and 7, then 900 and 3: what is there when the screen is free.
#[lab::check]
async fn values_may_fall_and_come_late() {
    let screen = Screen::new();
    let (sender, values) = watch::channel(50);
    let change = async move {
        for (pause, value) in [(33, 40), (30, 7), (188, 900), (4, 3)] {
            sleep(ms(pause)).await;
            sender.send_replace(value);
        }
    };
    let both = async { join!(follow(values, &screen), change) };
    survive("follow", &screen, both).await;
    check_results(&screen, &screen.shown(), &[50, 7, 900, 3]);
    check_took(&screen, 451);
}
