//! wrong: a_city_without_a_station_is_reported
//! says: called `Result::unwrap()` on an `Err` value
//!
//! `unwrap` makes a panic out of the error.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let station = weather.station(city).await.unwrap();
    let text = weather.reading(station).await.unwrap();
    let degrees: f64 = text.parse().unwrap();
    format!("{city}: {degrees} degrees")
}
