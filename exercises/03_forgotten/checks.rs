//! A future that is not awaited does nothing: count what really happened.

use std::time::Duration;

use lab::{Shop, check_done, check_each_once, check_sequence, finish, law};

use super::exercise::*;

const FRIENDS: &[&str] = &["ada", "grace"];
const STEPS: &[&str] = &[
    "reserve 7",
    "charge 7",
    "pack 7",
    "mail ada",
    "mail grace",
    "ship 7",
];

/// Counts the side effects, also late ones: each must have happened once.
#[lab::check]
async fn each_step_happens_exactly_once() {
    let shop = Shop::new();
    finish("checkout", &shop, checkout(&shop, 7, FRIENDS)).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    check_each_once(&shop, STEPS);
}

/// No step begins before the one above it has ended. The mails may go
/// together.
#[lab::check]
async fn the_steps_happen_in_their_order() {
    let shop = Shop::new();
    finish("checkout", &shop, checkout(&shop, 7, FRIENDS)).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    let mails = &STEPS[3..5];
    let (first, last) = (&STEPS[..3], &STEPS[5..]);
    check_sequence(
        &shop,
        &[&first[..1], &first[1..2], &first[2..], mails, last],
    );
}

/// When `checkout` returns, all of it is done, and not only on its way.
#[lab::check]
async fn nothing_is_left_when_checkout_returns() {
    let shop = Shop::new();
    finish("checkout", &shop, checkout(&shop, 7, FRIENDS)).await;
    check_done(&shop, STEPS.len()).await;
}

/// Five friends, five mails.
#[lab::check]
async fn everybody_gets_a_mail() {
    let shop = Shop::new();
    let friends = &["ada", "grace", "guido", "carl", "yury"];
    finish("checkout", &shop, checkout(&shop, 1, friends)).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    check_each_once(
        &shop,
        &[
            "reserve 1",
            "charge 1",
            "pack 1",
            "mail ada",
            "mail grace",
            "mail guido",
            "mail carl",
            "mail yury",
            "ship 1",
        ],
    );
}

/// No friend, one, or more than a hundred, in no order.
#[lab::check]
async fn any_number_of_friends_gets_mail() {
    law(|case| {
        Box::pin(async move {
            let shop = Shop::new();
            let friends =
                (0..case.items.len()).map(|n| format!("{}", n * 7 % 150));
            let friends = Vec::from_iter(friends);
            let names = Vec::from_iter(friends.iter().map(String::as_str));
            let all = checkout(&shop, 9, &names);
            finish("checkout", &shop, all).await;
            let mails = friends.iter().map(|name| format!("mail {name}"));
            let steps = ["reserve 9", "charge 9", "pack 9", "ship 9"];
            let steps = steps.iter().map(|step| (*step).to_owned());
            let lanes = Vec::from_iter(steps.chain(mails));
            let lanes = Vec::from_iter(lanes.iter().map(String::as_str));
            check_each_once(&shop, &lanes);
        })
    });
}
