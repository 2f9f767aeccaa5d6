//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod outcomes;

lab::exercise! { "08_outcomes", outcomes:
    values_are_kept_when_one_fails,
    errors_are_kept_beside_the_values,
    every_call_runs_to_its_end,
    they_run_at_the_same_time,
    both_keep_the_order_of_the_calls,
    no_calls_give_two_empty_lists,
    forty_calls_are_not_too_many,
    any_calls_have_their_outcomes,
    a_panic_goes_on,
}
