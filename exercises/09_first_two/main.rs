//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod first_two;

lab::exercise! { "09_first_two", first_two:
    the_first_two_come_in_their_order,
    the_third_is_dropped,
    it_returns_with_the_second,
    all_of_them_begin_at_once,
    fewer_than_two_are_enough,
    their_order_is_that_of_their_ends,
    forty_jobs_are_not_too_many,
    the_first_two_of_any_list,
    a_panic_goes_on,
}
