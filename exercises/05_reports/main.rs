//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod reports;

lab::exercise! { "05_reports", reports:
    an_error_is_reported_when_it_happens,
    a_panic_is_reported_too,
    a_good_end_is_not_reported,
    the_caller_goes_on_at_once,
    each_end_is_reported_at_its_own_moment,
}
