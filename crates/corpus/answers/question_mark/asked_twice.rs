//! wrong: a_good_day_has_its_report
//! says: `station Oslo` ran 2 times
//!
//! One call to see whether it fails, and one for its result.

use lab::Weather;

pub async fn report(weather: &Weather, city: &str) -> String {
    if let Err(error) = weather.station(city).await {
        return format!("no report: {error}");
    }
    let station = weather.station(city).await.expect("it was there");
    let text = match weather.reading(station).await {
        Ok(text) => text,
        Err(error) => return format!("no report: {error}"),
    };
    match text.parse::<f64>() {
        Ok(degrees) => format!("{city}: {degrees} degrees"),
        Err(error) => format!("no report: {error}"),
    }
}
