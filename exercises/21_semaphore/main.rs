//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod semaphore;

lab::exercise! { "21_semaphore", semaphore:
    never_more_than_three_at_once,
    ten_pages_take_four_waves,
    the_results_come_in_the_order_of_the_pages,
    a_free_place_is_taken_at_once,
    a_limit_of_one_works_too,
    no_pages_give_no_results,
    pages_come_as_they_were_asked_for,
    any_pages_and_any_limit,
}
