//! wrong: a_good_day_has_its_report
//! says: `station Oslo` ran 2 times
//!
//! The station is asked once to see whether that fails, and once more for its
//! number. Each call makes a new future that does the work again: the timeline
//! shows `station Oslo` at 0 ms and at 100 ms. One answer holds both, the value
//! or the error, if you keep it.

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
