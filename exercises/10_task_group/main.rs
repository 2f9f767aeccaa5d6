//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod task_group;

lab::exercise! { "10_task_group", task_group:
    the_first_error_stops_the_others,
    nobody_is_left_when_it_returns,
    both_errors_of_one_instant_come_out,
    the_values_keep_the_order_of_the_calls,
    all_of_them_begin_at_once,
    a_panic_goes_on_when_nobody_is_left,
    no_calls_are_all_well,
    each_call_is_a_task_of_its_own,
    any_calls_are_all_or_nothing,
}
