//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod rate_limit;

lab::exercise! { "21_rate_limit", rate_limit:
    the_first_ten_do_not_wait,
    twenty_five_calls_begin_ten_ten_five,
    slow_calls_change_nothing,
    no_second_has_more_than_ten_wherever_it_begins,
    an_idle_limiter_does_not_save_up,
    who_gives_up_waiting_takes_nothing,
    limit_and_window_are_those_that_were_given,
    any_limit_and_any_window,
}
