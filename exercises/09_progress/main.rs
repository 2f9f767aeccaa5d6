//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod progress;

lab::exercise! { "09_progress", progress:
    each_end_is_reported_when_it_comes,
    the_results_keep_the_order_of_the_list,
    they_run_at_the_same_time,
    forty_jobs_are_forty_reports,
    no_jobs_give_no_reports,
    two_ends_at_one_instant_are_two_reports,
    any_ends_are_reported,
    a_panic_goes_on,
}
