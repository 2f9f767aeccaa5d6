//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod luggage;

lab::exercise! { "06_luggage", luggage:
    the_tasks_outlive_the_crawler,
    they_run_at_the_same_time,
    each_page_has_a_task_of_its_own,
    nothing_stays_behind,
    any_pages_are_fetched,
}
