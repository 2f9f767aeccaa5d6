//! wrong: what_is_no_number_is_reported
//! says: it gave "Lima: sunny degrees"
//!
//! Station and reading are asked, and the text goes into the report as it came.
//! Nothing in the timeline goes wrong, since both services answer: the third
//! step waits for nobody, so it has no bar. Which line of yours would find out
//! that "sunny" is no number?

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
