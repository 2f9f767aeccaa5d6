//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

lab::explored!("exercise.rs");

#[path = "checks.rs"]
mod tally;

lab::exercise! { "20_tally", tally:
    every_vote_is_on_the_board,
    all_stations_count_at_the_same_time,
    the_board_shows_what_is_known,
    what_stood_on_the_board_stays,
    several_threads_may_use_the_board,
    any_stations_and_any_board,
}
