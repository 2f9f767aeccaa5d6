//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod partial;

lab::exercise! { "12_partial", partial:
    what_came_in_time_is_kept,
    the_late_ones_are_cancelled,
    all_of_them_begin_at_once,
    nobody_waits_for_the_limit,
    if_all_are_late_nothing_is_left,
    no_pages_give_no_results,
    pages_come_as_they_were_asked_for,
    any_pages_and_any_limit,
}
