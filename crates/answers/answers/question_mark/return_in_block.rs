//! wrong: a_city_without_a_station_is_reported
//! says: it gave "Atlantis: no report: no station in Atlantis degrees"
//! says: ends only the block
//!
//! A `return` in an `async` block ends the block and not the function around
//! it. So the sentence that should have been the whole report became the value
//! of the block, and was then put in the place of the degrees. The timeline is
//! as it should be; what does the block give when a step fails, and who tells
//! the two cases apart?

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    let degrees = async {
        let station = match weather.station(city).await {
            Ok(station) => station,
            Err(error) => return format!("no report: {error}"),
        };
        let text = match weather.reading(station).await {
            Ok(text) => text,
            Err(error) => return format!("no report: {error}"),
        };
        match text.parse::<f64>() {
            Ok(degrees) => degrees.to_string(),
            Err(error) => format!("no report: {error}"),
        }
    };
    format!("{city}: {} degrees", degrees.await)
}
