//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

lab::explored!("exercise.rs");

#[path = "checks.rs"]
mod open_connections;

lab::exercise! { "14_open_connections", open_connections:
    a_connection_counts_while_it_lasts,
    one_that_has_ended_counts_no_more,
    an_aborted_one_counts_no_more,
    one_that_is_cut_off_counts_no_more_at_once,
    one_that_panics_counts_no_more,
    the_first_to_come_may_go_first,
    two_threads_may_count,
    what_is_never_polled_is_not_counted,
}
