//! wrong: what_is_no_number_is_reported
//! says: it gave "Lima: sunny degrees"
//!
//! The third step is left out.

use std::error::Error;

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let text = async {
        let station = weather.station(city).await?;
        Ok::<_, Box<dyn Error>>(weather.reading(station).await?)
    };
    match text.await {
        Ok(text) => format!("{city}: {text} degrees"),
        Err(error) => format!("no report: {error}"),
    }
}
