//! wrong: a_city_without_a_station_is_reported
//! says: NoStation {
//!
//! `{:?}` is Python's `repr`; `{}` is its `str`.

use std::error::Error;

use lab::Weather;

async fn degrees(weather: &Weather, city: &str) -> Result<f64, Box<dyn Error>> {
    let station = weather.station(city).await?;
    Ok(weather.reading(station).await?.parse()?)
}

pub async fn report(weather: &Weather, city: &str) -> String {
    match degrees(weather, city).await {
        Ok(degrees) => format!("{city}: {degrees} degrees"),
        Err(error) => format!("no report: {error:?}"),
    }
}
