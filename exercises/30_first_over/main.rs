//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod first_over;

lab::exercise! { "30_first_over", first_over:
    the_first_above_the_limit_is_found,
    no_reading_is_asked_for_after_it,
    a_reading_at_the_limit_is_not_above_it,
    it_may_be_the_first_of_all,
    a_gauge_that_ends_gives_none,
    a_slow_reading_is_waited_for,
    an_endless_gauge_is_fine,
    what_comes_after_it_is_still_there,
}
