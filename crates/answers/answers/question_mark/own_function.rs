//! right
//!
//! An async function where Python has a `try`.

use std::error::Error;

use lab::Weather;

async fn degrees(weather: &Weather, city: &str) -> Result<f64, Box<dyn Error>> {
    let station = weather.station(city).await?;
    Ok(weather.reading(station).await?.parse()?)
}

pub async fn report(weather: &Weather, city: &str) -> String {
    match degrees(weather, city).await {
        Ok(degrees) => format!("{city}: {degrees} degrees"),
        Err(error) => format!("no report: {error}"),
    }
}
