//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod first_ok;

lab::exercise! { "11_first_ok", first_ok:
    an_error_does_not_win,
    all_of_them_begin_at_once,
    nobody_waits_for_the_slow_ones,
    no_error_is_lost,
    no_calls_give_no_errors,
    forty_calls_are_not_too_many,
    the_first_ok_of_any_list,
}
