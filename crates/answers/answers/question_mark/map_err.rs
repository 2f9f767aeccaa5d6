//! right
//!
//! Every error is a text from the start.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let report = async {
        let station = weather.station(city).await.map_err(|e| e.to_string())?;
        let text = weather.reading(station).await.map_err(|e| e.to_string())?;
        let degrees: f64 = text.parse().map_err(|e| format!("{e}"))?;
        Ok(format!("{city}: {degrees} degrees"))
    };
    let report: Result<String, String> = report.await;
    report.unwrap_or_else(|error| format!("no report: {error}"))
}
