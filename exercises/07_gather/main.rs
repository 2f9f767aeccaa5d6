//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod gather;

lab::exercise! { "07_gather", gather:
    the_results_come_in_input_order,
    all_of_them_begin_at_once,
    it_takes_as_long_as_the_slowest,
    no_futures_give_no_results,
    a_hundred_keep_their_order,
    any_futures_keep_their_order,
    a_panic_goes_on,
}
