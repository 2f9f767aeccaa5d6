//! wrong: a_city_without_a_station_is_reported
//! says: it gave "no report: something failed"
//! says: words of its own
//!
//! `.ok()?` forgets what the error said.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let degrees = async {
        let station = weather.station(city).await.ok()?;
        let text = weather.reading(station).await.ok()?;
        text.parse::<f64>().ok()
    };
    match degrees.await {
        Some(degrees) => format!("{city}: {degrees} degrees"),
        None => "no report: something failed".to_owned(),
    }
}
