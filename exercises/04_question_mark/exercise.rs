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

use lab::Weather;

/// The report on the city, or why there is none.
pub async fn report(weather: &Weather, city: &str) -> String {
    // TODO: the three steps of the Python function. An error of any of
    // them makes the other report.
    todo!("{city} in {weather:?}")
}
