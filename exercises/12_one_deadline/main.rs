//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod one_deadline;

lab::exercise! { "12_one_deadline", one_deadline:
    the_limit_is_for_all_three,
    a_quick_page_leaves_its_time_to_a_slow_one,
    what_is_too_late_is_cancelled,
    one_page_may_use_it_up,
    in_time_they_come_one_after_the_other,
    any_times_and_any_limit,
}
