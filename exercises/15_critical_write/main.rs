//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod critical_write;

lab::exercise! { "15_critical_write", critical_write:
    the_write_goes_on_after_the_limit,
    the_waiting_ends_at_the_limit,
    the_write_is_tracked,
    a_quick_write_is_ok_when_it_is_done,
    the_write_outlives_its_caller,
    any_write_and_any_limit,
}
