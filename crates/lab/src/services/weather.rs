//! Two questions in a row, each of which can fail.

use std::error::Error;
use std::fmt;

use crate::log::{Log, Watched};
use crate::ms;

/// Stations and what they show. Clones are the same service.
#[derive(Clone, Default)]
pub struct Weather {
    log: Log,
}

/// This city has none.
#[derive(Clone, Debug, PartialEq)]
pub struct NoStation {
    city: String,
}

/// This station does not answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Offline {
    station: u32,
}

impl Weather {
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of the city's station; takes 100 ms.
    pub async fn station(&self, city: &str) -> Result<u32, NoStation> {
        self.log.visit(format!("station {city}"), ms(100)).await;
        match city {
            "Oslo" => Ok(1),
            "Rome" => Ok(2),
            "Lima" => Ok(3),
            "Bern" => Ok(4),
            _ => Err(NoStation {
                city: city.to_owned(),
            }),
        }
    }

    /// What the station shows, as a text; takes 100 ms.
    pub async fn reading(&self, station: u32) -> Result<String, Offline> {
        self.log.visit(format!("reading {station}"), ms(100)).await;
        match station {
            1 => Ok("21.5".to_owned()),
            3 => Ok("sunny".to_owned()),
            4 => Ok("-3.5".to_owned()),
            _ => Err(Offline { station }),
        }
    }
}

impl fmt::Display for NoStation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no station in {}", self.city)
    }
}

impl fmt::Display for Offline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "station {} is offline", self.station)
    }
}

impl Error for NoStation {}
impl Error for Offline {}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Weather {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the weather service")
    }
}

impl Watched for Weather {
    fn log(&self) -> &Log {
        &self.log
    }
}
