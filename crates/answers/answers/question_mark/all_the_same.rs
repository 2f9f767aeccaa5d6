//! wrong: a_city_without_a_station_is_reported
//! says: it gave "no report: something failed"
//! says: words of its own
//!
//! The error is thrown away before the report is written, perhaps by `ok()`,
//! and one sentence stands for all errors. The timeline is as it should be: the
//! first step fails, and the second is not tried. What must reach the end is
//! the error itself, as it knows its own words.

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
