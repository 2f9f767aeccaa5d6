//! wrong: a_city_without_a_station_is_reported
//! says: NoStation {
//!
//! The right error arrives, but it is written as programmers see it, with the
//! name of its type and its fields. Python tells `repr` from `str`, and Rust's
//! formatting knows both as well. Which of them is a sentence for a reader?

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
