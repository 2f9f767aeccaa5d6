//! Runs copies of the examples under the recorder. `record` builds it, with
//! the copies, and reads one line of JSON per program from its output.

use std::io::{self, Write};

use timeline::Run;

/// A copy of an example with one value of its knob.
struct Staged {
    /// The example's name, and the number of the knob's value.
    name: &'static str,
    run: fn() -> io::Result<Run>,
}

/// The copies print into the recording.
#[allow(unused_macros)]
macro_rules! println {
    () => { ::recorder::probe::line(String::new(), line!()) };
    ($($arg:tt)*) => { ::recorder::probe::line(format!($($arg)*), line!()) };
}

include!(concat!(env!("OUT_DIR"), "/stage.rs"));

fn main() -> io::Result<()> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let mut out = io::stdout().lock();
    for staged in PROGRAMS {
        let chosen = names.iter().any(|name| name == staged.name);
        if names.is_empty() || chosen {
            let run = (staged.run)()?;
            let json = serde_json::to_string(&run)?;
            writeln!(out, "{} {json}", staged.name)?;
        }
    }
    Ok(())
}
