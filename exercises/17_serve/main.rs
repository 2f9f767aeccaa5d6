//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod serve;

lab::exercise! { "17_serve", serve:
    what_was_requested_is_answered,
    after_the_stop_nobody_comes_in,
    all_are_served_at_the_same_time,
    the_door_closes_at_once,
    who_asks_for_nothing_is_not_waited_for,
    it_serves_until_it_is_stopped,
    a_request_that_waits_is_answered_too,
    any_clients_and_any_stop,
}
