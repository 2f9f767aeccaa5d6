//! wrong: a_city_without_a_station_is_reported
//! says: it gave "Atlantis: 0 degrees"
//! says: passed over
//!
//! `except: pass`, in Rust.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let station = weather.station(city).await.unwrap_or_default();
    let text = weather.reading(station).await.unwrap_or_default();
    let degrees: f64 = text.parse().unwrap_or_default();
    format!("{city}: {degrees} degrees")
}
