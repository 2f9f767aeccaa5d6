//! wrong: a_city_without_a_station_is_reported
//! says: called `Result::unwrap()` on an `Err` value
//!
//! `unwrap` makes a panic of the error, and a panic is no report: it ends
//! whoever runs into it. In the timeline the station answers at 100 ms, and
//! nothing follows. The caller is to get a text in either case: which of your
//! lines insist on a value?

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let station = weather.station(city).await.unwrap();
    let text = weather.reading(station).await.unwrap();
    let degrees: f64 = text.parse().unwrap();
    format!("{city}: {degrees} degrees")
}
