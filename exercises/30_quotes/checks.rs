//! What two feeds bring together, item by item.

use std::cell::RefCell;

use futures::{StreamExt, stream, stream::BoxStream};
use lab::{Log, check_results, check_that, check_took, finish, ms};

use super::exercise::*;

/// A feed: each number comes so many milliseconds after the one before.
fn feed(
    log: &Log,
    name: &'static str,
    numbers: Vec<(u64, u32)>,
) -> BoxStream<'static, u32> {
    let state = (log.clone(), numbers.into_iter());
    stream::unfold(state, move |(log, mut numbers)| async move {
        let (pause, number) = numbers.next()?;
        log.visit(format!("{name} {number}"), ms(pause)).await;
        Some((number, (log, numbers)))
    })
    .boxed()
}

/// What was shown, and when.
async fn shown(
    log: &Log,
    prices: &[(u64, u32)],
    rates: &[(u64, u32)],
) -> Vec<String> {
    let prices = feed(log, "price", prices.to_vec());
    let rates = feed(log, "rate", rates.to_vec());
    let shown = RefCell::new(Vec::new());
    let show = |quote| {
        let at = log.now().as_millis();
        shown.borrow_mut().push(format!("{quote} at {at} ms"));
    };
    finish("quotes", log, quotes(prices, rates, show)).await;
    shown.into_inner()
}

fn check_shown(log: &Log, shown: &[String], expected: &[&str]) {
    let expected: Vec<_> = expected.iter().map(|q| (*q).to_owned()).collect();
    check_results(log, shown, &expected);
}

/// Prices at 100, 200 and 400 ms, rates at 150 and 350 ms.
#[lab::check]
async fn each_news_is_shown_when_it_comes() {
    let log = Log::new();
    let prices = [(100, 7), (100, 5), (200, 9)];
    let shown = shown(&log, &prices, &[(150, 2), (200, 3)]).await;
    let expected = [
        "14 at 150 ms",
        "10 at 200 ms",
        "15 at 350 ms",
        "27 at 400 ms",
    ];
    check_shown(&log, &shown, &expected);
}

/// Three prices before the first rate: only the last of them counts.
#[lab::check]
async fn nothing_is_shown_until_both_are_known() {
    let log = Log::new();
    let prices = [(10, 7), (10, 5), (10, 9)];
    let shown = shown(&log, &prices, &[(95, 4)]).await;
    check_shown(&log, &shown, &["36 at 95 ms"]);
}

/// The rates end at 15 ms, the prices go on until 245 ms.
#[lab::check]
async fn the_prices_go_on_when_the_rates_have_ended() {
    let log = Log::new();
    let prices = [(20, 3), (105, 4), (120, 2)];
    let shown = shown(&log, &prices, &[(15, 10)]).await;
    let expected = ["30 at 20 ms", "40 at 125 ms", "20 at 245 ms"];
    check_shown(&log, &shown, &expected);
    check_took(&log, 245);
}

/// And the other way round.
#[lab::check]
async fn the_rates_go_on_when_the_prices_have_ended() {
    let log = Log::new();
    let rates = [(20, 3), (105, 4), (120, 2)];
    let shown = shown(&log, &[(15, 10)], &rates).await;
    let expected = ["30 at 20 ms", "40 at 125 ms", "20 at 245 ms"];
    check_shown(&log, &shown, &expected);
    check_took(&log, 245);
}

/// The same price again is news, too.
#[lab::check]
async fn a_price_that_comes_again_is_shown_again() {
    let log = Log::new();
    let prices = [(40, 6), (40, 6), (40, 6)];
    let shown = shown(&log, &prices, &[(10, 1), (90, 1)]).await;
    let expected = ["6 at 40 ms", "6 at 80 ms", "6 at 100 ms", "6 at 120 ms"];
    check_shown(&log, &shown, &expected);
}

/// A price of 0 is a price.
#[lab::check]
async fn zero_is_a_number() {
    let log = Log::new();
    let shown = shown(&log, &[(10, 0), (40, 2)], &[(30, 5), (70, 0)]).await;
    let expected = ["0 at 30 ms", "10 at 50 ms", "0 at 100 ms"];
    check_shown(&log, &shown, &expected);
}

/// Nothing can be shown, and `quotes` ends when the other feed has ended.
#[lab::check]
async fn a_feed_without_an_item_is_fine() {
    let log = Log::new();
    let none = shown(&log, &[], &[(30, 5), (40, 6)]).await;
    check_shown(&log, &none, &[]);
    check_took(&log, 70);
    let log = Log::new();
    let none = shown(&log, &[], &[]).await;
    check_shown(&log, &none, &[]);
    check_took(&log, 0);
}

/// At 50 ms come a price and a rate: two quotes, and the second has both.
#[lab::check]
async fn two_at_one_instant_are_two() {
    let log = Log::new();
    let shown = shown(&log, &[(20, 2), (30, 3)], &[(10, 5), (40, 7)]).await;
    let either = [15, 14].map(|middle| {
        let middle = format!("{middle} at 50 ms");
        ["10 at 20 ms".to_owned(), middle, "21 at 50 ms".to_owned()]
    });
    check_that(
        &log,
        either.iter().any(|quotes| shown == quotes),
        "at 50 ms come 15 and 21, or 14 and 21",
        &format!("shown: {shown:?}"),
        "Both bring news at one instant. Each of them is shown, in either \
         order, and neither is lost.",
    );
}

/// 400 prices and 300 rates, each feed at its own pace.
#[lab::check]
async fn long_feeds_lose_nothing() {
    let log = Log::new();
    let prices: Vec<_> = (0..400).map(|n| (30, n % 90 + 1)).collect();
    let rates: Vec<_> = (0..300).map(|n| (31, n % 70 + 1)).collect();
    let shown = shown(&log, &prices, &rates).await;
    // All but the first price, which finds no rate yet.
    let count = shown.len();
    check_that(
        &log,
        count == 699,
        "699 quotes: one for each item but the first",
        &format!("{count} quotes"),
        "Each price and each rate is shown once, when it comes. What becomes \
         of an item that comes while the other feed is waited for?",
    );
    let last = shown.last().map(String::as_str);
    check_that(
        &log,
        last == Some("800 at 12000 ms"),
        "the last quote is 40 * 20, at 12000 ms",
        &format!("the last quote: {last:?}"),
        "The last price and the last rate make the last quote.",
    );
}
