//! A `try` around three steps, in Rust.
//!
//! ```python
//! try:
//!     station = await weather.station(city)
//!     text = await weather.reading(station)
//!     degrees = float(text)
//! except (LookupError, OSError, ValueError) as error:
//!     return f"no report: {error}"
//! return f"{city}: {degrees} degrees"
//! ```

// begin solution
use std::error::Error;
// end solution

use lab::Weather;

/// The report on the city, or why there is none.
pub async fn report(weather: &Weather, city: &str) -> String {
    // begin solution
    //~ // TODO: the three steps of the Python function. An error of any of
    //~ // them makes the other report.
    //~ todo!("{city} in {weather:?}")
    let degrees = async {
        let station = weather.station(city).await?;
        let text = weather.reading(station).await?;
        let degrees: f64 = text.parse()?;
        Ok::<_, Box<dyn Error>>(degrees)
    };
    match degrees.await {
        Ok(degrees) => format!("{city}: {degrees} degrees"),
        Err(error) => format!("no report: {error}"),
    }
    // end solution
}
