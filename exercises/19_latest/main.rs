//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod latest;

lab::exercise! { "19_latest", latest:
    the_first_value_is_shown,
    what_came_meanwhile_is_skipped,
    nothing_is_shown_twice,
    the_last_value_is_shown,
    values_may_fall_and_come_late,
}
