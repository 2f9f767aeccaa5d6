//! Three steps, of which each can fail, and one report.

use lab::{Weather, check_each_once, check_sequence, check_value, finish};

use super::exercise::*;

const PASSED_ON: &str = "Each error has words of its own, and each of them \
     ends the report: none is replaced, passed over or wrapped up in \
     something else. A `return` inside an async block ends only the block.";

async fn check(weather: &Weather, city: &str, expected: &str) {
    let got = finish("report", weather, report(weather, city)).await;
    let what = format!("report on {city}");
    check_value(weather, &what, &got.as_str(), &expected, PASSED_ON);
}

/// All three steps succeed.
#[lab::check]
async fn a_good_day_has_its_report() {
    let weather = Weather::new();
    check(&weather, "Oslo", "Oslo: 21.5 degrees").await;
    check_each_once(&weather, &["station Oslo", "reading 1"]);
}

/// The first step fails: the second is not even tried.
#[lab::check]
async fn a_city_without_a_station_is_reported() {
    let weather = Weather::new();
    let expected = "no report: no station in Atlantis";
    check(&weather, "Atlantis", expected).await;
    check_each_once(&weather, &["station Atlantis"]);
}

/// The second step fails.
#[lab::check]
async fn a_silent_station_is_reported() {
    let weather = Weather::new();
    check(&weather, "Rome", "no report: station 2 is offline").await;
    check_each_once(&weather, &["station Rome", "reading 2"]);
}

/// The third step fails: what the station shows is no number.
#[lab::check]
async fn what_is_no_number_is_reported() {
    let weather = Weather::new();
    check(&weather, "Lima", "no report: invalid float literal").await;
}

/// The station is asked for first, and its reading when its number is known.
#[lab::check]
async fn the_steps_come_one_after_the_other() {
    let weather = Weather::new();
    check(&weather, "Bern", "Bern: -3.5 degrees").await;
    check_sequence(&weather, &[&["station Bern"], &["reading 4"]]);
    lab::check_took(&weather, 200);
}

/// Good, bad, and good again, from one service.
#[lab::check]
async fn each_report_is_a_new_one() {
    let weather = Weather::new();
    check(&weather, "Oslo", "Oslo: 21.5 degrees").await;
    check(&weather, "Rome", "no report: station 2 is offline").await;
    check(&weather, "Oslo", "Oslo: 21.5 degrees").await;
    lab::check_took(&weather, 600);
}
