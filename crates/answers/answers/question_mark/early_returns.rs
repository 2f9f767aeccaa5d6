//! right
//!
//! Without `?`.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let station = match weather.station(city).await {
        Ok(station) => station,
        Err(error) => return format!("no report: {error}"),
    };
    let text = match weather.reading(station).await {
        Ok(text) => text,
        Err(error) => return format!("no report: {error}"),
    };
    match text.parse::<f64>() {
        Ok(degrees) => format!("{city}: {degrees} degrees"),
        Err(error) => format!("no report: {error}"),
    }
}
