//! Futures of different types, in one task, at the same time.

use lab::{Office, check_each_once, check_full, check_results, check_took};
use lab::{finish, ms};

use super::exercise::*;

/// The tuple has the answers in the order of the questions.
#[lab::check]
async fn the_answers_are_in_their_places() {
    let office = Office::new();
    let shown = finish("dashboard", &office, dashboard(&office, "ada")).await;
    let expected = Dashboard {
        name: "ada Lovelace".to_owned(),
        orders: vec![97, 100, 97],
        unread: 3,
    };
    check_results(&office, &[shown], &[expected]);
}

/// One call to the office for each answer.
#[lab::check]
async fn each_is_asked_exactly_once() {
    let office = Office::new();
    finish("dashboard", &office, dashboard(&office, "ada")).await;
    check_each_once(&office, &["name", "orders", "unread"]);
}

/// 10 ms after the call, all three questions are under way.
#[lab::check]
async fn all_three_are_asked_at_once() {
    let office = Office::new();
    let shown = dashboard(&office, "ada");
    let cut = tokio::time::timeout(ms(10), shown);
    let _ = finish("dashboard", &office, cut).await;
    check_full(&office, 3);
}

/// 300 ms, 100 ms and 200 ms side by side take 300 ms.
#[lab::check]
async fn it_takes_as_long_as_the_slowest() {
    let office = Office::new();
    finish("dashboard", &office, dashboard(&office, "ada")).await;
    check_took(&office, 300);
}

/// Two users at the same time.
#[lab::check]
async fn each_user_has_their_own() {
    let office = Office::new();
    let both = async {
        tokio::join!(dashboard(&office, "grace"), dashboard(&office, "bo"))
    };
    let (one, two) = finish("dashboard", &office, both).await;
    let expected = |user: &str| Dashboard {
        name: format!("{user} Lovelace"),
        orders: user.bytes().map(u32::from).collect(),
        unread: user.len(),
    };
    check_results(&office, &[one, two], &["grace", "bo"].map(expected));
    check_took(&office, 300);
}
