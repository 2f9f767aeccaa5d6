//! A stop closes the door, and cuts nobody off.

use lab::{
    Listener, Server, check_answered, check_door, check_peak, check_took,
    finish, law, ms,
};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::exercise::*;

/// Clients with requests that come at so many ms and take so many, and a stop
/// at `stop` ms.
async fn run(clients: &[&[(u64, u64)]], stop: u64) -> Server {
    let listener = Listener::with_clients(clients);
    let server = Server(listener.book());
    let token = CancellationToken::new();
    let operator = token.clone();
    tokio::spawn(async move {
        sleep(ms(stop)).await;
        operator.cancel();
    });
    finish("serve", &server, serve(listener, token)).await;
    server
}

/// Two requests are being answered when the stop comes at 60 ms.
#[lab::check]
async fn what_was_requested_is_answered() {
    let server = run(&[&[(0, 100)], &[(30, 100)]], 60).await;
    check_answered(&server, 2);
    check_took(&server, 130);
}

/// Clients at 0, 40, 80 and 120 ms, and a stop at 100 ms.
#[lab::check]
async fn after_the_stop_nobody_comes_in() {
    let clients: [&[_]; 4] =
        [&[(0, 50)], &[(40, 50)], &[(80, 50)], &[(120, 50)]];
    let server = run(&clients, 100).await;
    check_answered(&server, 3);
    check_took(&server, 130);
}

/// Three clients come together and are answered together; the door is open
/// meanwhile, which makes four.
#[lab::check]
async fn all_are_served_at_the_same_time() {
    let server = run(&[&[(0, 100)], &[(0, 100)], &[(0, 100)]], 10).await;
    check_answered(&server, 3);
    check_peak(&server, 4);
    check_took(&server, 100);
}

/// The listener is dropped at 60 ms, while an answer takes until 200 ms.
#[lab::check]
async fn the_door_closes_at_once() {
    let server = run(&[&[(0, 200)]], 60).await;
    check_answered(&server, 1);
    check_door(&server, 60);
    check_took(&server, 200);
}

/// Two clients are connected at 60 ms. One waits for an answer until 100 ms,
/// the other will ask something in ten seconds.
#[lab::check]
async fn who_asks_for_nothing_is_not_waited_for() {
    let server = run(&[&[(0, 20), (10_000, 20)], &[(0, 100)]], 60).await;
    check_took(&server, 100);
    check_answered(&server, 2);
}

/// A client asks twice, and the stop comes long after that.
#[lab::check]
async fn it_serves_until_it_is_stopped() {
    let server = run(&[&[(0, 50), (300, 50)], &[(100, 10)]], 1000).await;
    check_answered(&server, 3);
    check_door(&server, 1000);
    check_took(&server, 1000);
}

/// Twelve clients ask at 0 ms, and again at 50 ms, while their first answer is
/// under way. The stop comes at 60 ms.
#[lab::check]
async fn a_request_that_waits_is_answered_too() {
    let client: &[_] = &[(0, 100), (50, 10)];
    let server = run(&[client; 12], 60).await;
    check_answered(&server, 24);
    check_took(&server, 110);
}

/// Any clients, and a stop at any moment.
#[lab::check]
async fn any_clients_and_any_stop() {
    law(|case| {
        Box::pin(async move {
            if case.items.is_empty() {
                return; // Nobody comes, and nothing is to be seen.
            }
            let mut items = case.items.clone();
            items.sort_by_key(|item| item.time);
            let ask = |item: &lab::Item| {
                vec![(item.time, 10 + 7 * u64::from(item.value))]
            };
            let clients = Vec::from_iter(items.iter().map(ask));
            let slices = Vec::from_iter(clients.iter().map(Vec::as_slice));
            let server = run(&slices, case.moment).await;
            let came = clients.iter().flatten();
            let came = Vec::from_iter(came.filter(|(at, _)| *at < case.moment));
            let last = came.iter().map(|(at, time)| at + time).max();
            check_answered(&server, came.len());
            check_door(&server, case.moment);
            check_took(&server, last.unwrap_or(0).max(case.moment));
        })
    });
}
