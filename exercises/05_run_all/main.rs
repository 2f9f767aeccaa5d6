//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod run_all;

lab::exercise! { "05_run_all", run_all:
    errors_and_panics_are_told_apart,
    no_job_is_stopped_by_another,
    they_run_at_the_same_time,
    the_outcomes_come_in_the_order_of_the_jobs,
    each_job_is_a_task_of_its_own,
    no_jobs_are_fine,
    forty_jobs_are_not_too_many,
    any_jobs_have_their_outcomes,
}
