//! The first reading above a limit, and not one reading more.

use std::pin::pin;

use futures::{Stream, StreamExt, stream};
use lab::{Log, check_that, check_took, check_value, finish, ms};

use super::exercise::*;

/// A gauge whose readings take so many milliseconds each.
fn gauge(
    log: &Log,
    readings: impl IntoIterator<Item = (u64, u32)>,
) -> impl Stream<Item = u32> {
    let log = log.clone();
    stream::iter(readings)
        .enumerate()
        .then(move |(n, (time, reading))| {
            let log = log.clone();
            async move {
                log.visit(format!("reading {}", n + 1), ms(time)).await;
                reading
            }
        })
}

const FOUND: &str = "The first reading above the limit is asked for, as the \
     gauge gives it, and the number of readings before it.";

async fn first(
    log: &Log,
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    finish("first_over", log, first_over(readings, limit)).await
}

/// 3, 12, 7, 20: above 8 is 12, after one other.
#[lab::check]
async fn the_first_above_the_limit_is_found() {
    let log = Log::new();
    let readings = gauge(&log, [(10, 3), (35, 12), (20, 7), (10, 20)]);
    let found = first(&log, readings, 8).await;
    check_value(&log, "first_over", &found, &Some((1, 12)), FOUND);
}

/// A reading takes time, and perhaps money.
#[lab::check]
async fn no_reading_is_asked_for_after_it() {
    let log = Log::new();
    let readings = gauge(&log, [(10, 3), (35, 12), (20, 7), (10, 20)]);
    first(&log, readings, 8).await;
    let asked = log.visits().len();
    check_that(
        &log,
        asked == 2,
        "two readings are asked for",
        &format!("{asked} were asked for"),
        "The second reading is the one. A stream does nothing by itself: each \
         reading is taken because somebody asks for the next item.",
    );
    check_took(&log, 45);
}

/// 8, 8, 9 with the limit 8.
#[lab::check]
async fn a_reading_at_the_limit_is_not_above_it() {
    let log = Log::new();
    let readings = gauge(&log, [(7, 8), (7, 8), (7, 9), (7, 9)]);
    let found = first(&log, readings, 8).await;
    let cause = "The limit itself is not above the limit.";
    check_value(&log, "first_over", &found, &Some((2, 9)), cause);
}

/// The very first one may be it, whatever comes later.
#[lab::check]
async fn it_may_be_the_first_of_all() {
    let log = Log::new();
    let readings = gauge(&log, [(5, 50), (5, 60), (5, 1), (5, 70)]);
    let found = first(&log, readings, 0).await;
    check_value(&log, "first_over", &found, &Some((0, 50)), FOUND);
}

/// The gauge ends without such a reading, or without any.
#[lab::check]
async fn a_gauge_that_ends_gives_none() {
    let log = Log::new();
    let found = first(&log, gauge(&log, [(10, 3), (10, 8)]), 8).await;
    let cause = "No reading was above the limit, and no more will come.";
    check_value(&log, "first_over", &found, &None, cause);
    let found = first(&log, gauge(&log, []), 8).await;
    check_value(&log, "first_over", &found, &None, cause);
}

/// A reading that takes ten minutes is a reading.
#[lab::check]
async fn a_slow_reading_is_waited_for() {
    let log = Log::new();
    let readings = gauge(&log, [(10, 3), (600_000, 9), (10, 10)]);
    let found = first(&log, readings, 8).await;
    check_value(&log, "first_over", &found, &Some((1, 9)), FOUND);
}

/// This gauge never ends by itself: 0, 1, 2, ... 9, and again.
#[lab::check]
async fn an_endless_gauge_is_fine() {
    let log = Log::new();
    let readings = (0..).map(|n| (3, n % 10 + n / 500));
    let found = first(&log, gauge(&log, readings), 10).await;
    check_value(&log, "first_over", &found, &Some((1009, 11)), FOUND);
}

/// Who lends the stream goes on with it: after 12 come 7 and 20.
#[lab::check]
async fn what_comes_after_it_is_still_there() {
    let log = Log::new();
    let readings = gauge(&log, [(10, 3), (10, 12), (10, 7), (10, 20)]);
    let mut readings = pin!(readings);
    first(&log, readings.as_mut(), 8).await;
    let found = first(&log, readings.as_mut(), 8).await;
    let cause = "The second call begins where the first one stopped. Who has \
                 taken the readings between?";
    check_value(&log, "first_over", &found, &Some((1, 20)), cause);
}
