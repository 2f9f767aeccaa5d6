//! Simulated services for the exercises, and checks that say why.
//!
//! A check runs on Tokio's paused clock: waiting costs no real time, and the
//! same answer gives the same milliseconds on every run. The services write
//! down who was inside when, so the reader's code carries no instrumentation.
//!
//! # Layout
//!
//! - [`Log`]: who was inside from when to when, in virtual time.
//! - [`Site`], [`Catalog`], [`Shop`], [`Office`], [`Mill`], [`Tape`], [`Hall`], [`Store`],
//!   [`Weather`], [`Disk`], [`Wire`], [`Listener`]: what exercises call.
//! - [`finish`]: runs the reader's function; reports a deadlock in no time and
//!   a blocked thread by name.
//! - [`survive`]: the same, and a panic of the function is told like a failed
//!   check.
//! - [`outside`]: the same for a plain function, called where no runtime is.
//! - [`explore`](explore::explore): runs threads in all orders that matter.
//! - [`law`]: tries what must hold for every input with inputs made up.
//! - `check_…`: compare the log with what had to happen. A failure says what
//!   was expected, what happened, who ran when, and the likely cause. It never
//!   shows an answer.
//! - [`check`] makes a function a check, and [`exercise!`] the `main` of the
//!   program that runs them.

// The attribute names this crate, also in this crate's own tests.
extern crate self as lab;

mod chart;
mod checks;
mod closing;
mod complaint;
mod delivery;
mod endings;
pub mod explore;
mod guard;
mod law;
mod log;
mod outside;
mod panics;
mod program;
mod results;
mod services;
mod tasks;
mod that;
mod told;
mod value;

pub use checks::{
    check_done, check_each_once, check_full, check_peak, check_sequence,
    check_took,
};
pub use closing::{check_aborted, check_answered, check_door, check_gone};
pub use delivery::{check_lines, check_messages, check_waiting};
pub use endings::{check_cancelled, settle};
pub use guard::{BLOCKED, finish, run};
pub use lab_macros::{check, explored};
pub use law::{Case, Item, Law, law};
pub use log::{Log, Visit, Watched};
pub use outside::outside;
pub use program::{ALONE, Check, main, main_of_all};
pub use results::{check_rate, check_rate_starts, check_results, check_starts};
pub use services::bank::{Account, Bank};
pub use services::catalog::Catalog;
pub use services::disk::{Disk, Entry};
pub use services::hall::{Declined, Hall};
pub use services::ledger::{Full, Ledger};
pub use services::listener::{Client, Listener, Request, Server};
pub use services::mill::Mill;
pub use services::monitor::Monitor;
pub use services::office::Office;
pub use services::polls::Polls;
pub use services::register::Register;
pub use services::scratch::Scratch;
pub use services::screen::Screen;
pub use services::shelf::Shelf;
pub use services::shop::Shop;
pub use services::site::Site;
pub use services::store::Store;
pub use services::tape::{Record, Tape};
pub use services::weather::{NoStation, Offline, Weather};
pub use services::wire::Wire;
pub use tasks::{check_own_tasks, check_panic, survive};
pub use that::check_that;
pub use value::check_value;

/// So many milliseconds.
pub const fn ms(n: u64) -> std::time::Duration {
    std::time::Duration::from_millis(n)
}
