//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod total_time;

lab::exercise! { "01_total_time", total_time:
    three_pages_take_as_long_as_the_slowest,
    the_time_it_gives_is_the_time_it_took,
    the_slowest_may_come_last,
    fifty_pages_begin_at_once,
    any_list_takes_as_long_as_its_slowest,
}
