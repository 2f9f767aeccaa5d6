//! wrong: a_city_without_a_station_is_reported
//! says: it gave "Atlantis: 0 degrees"
//! says: passed over
//!
//! Where an error came, a default takes its place: a station that does not
//! exist, an empty text, zero degrees. The timeline shows what follows:
//! `reading 0` is asked at 100 ms, though the first step has failed. An error
//! has to end the three steps, not be filled in.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let station = weather.station(city).await.unwrap_or_default();
    let text = weather.reading(station).await.unwrap_or_default();
    let degrees: f64 = text.parse().unwrap_or_default();
    format!("{city}: {degrees} degrees")
}
