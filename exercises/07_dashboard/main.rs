//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod dashboard;

lab::exercise! { "07_dashboard", dashboard:
    the_answers_are_in_their_places,
    each_is_asked_exactly_once,
    all_three_are_asked_at_once,
    it_takes_as_long_as_the_slowest,
    each_user_has_their_own,
}
