//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod timed;

lab::exercise! { "29_timed", timed:
    what_ends_well_is_reported_once,
    what_is_dropped_is_reported_at_once,
    what_panics_is_reported,
    time_begins_with_the_first_poll,
    what_never_began_is_not_reported,
    work_without_a_wait_is_reported,
    one_may_stand_in_another,
    several_do_not_disturb_each_other,
}
