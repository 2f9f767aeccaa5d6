//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

lab::explored!("exercise.rs");

#[path = "checks.rs"]
mod share;

lab::exercise! { "06_share", share:
    the_list_has_the_pages_as_they_arrive,
    they_are_fetched_at_the_same_time,
    each_page_has_a_task_of_its_own,
    no_page_is_fetched_twice,
    two_calls_share_what_was_seen,
    nobody_waits_for_the_lock,
    these_have_their_own_tasks_too,
    a_later_call_remembers,
    two_threads_share_what_was_seen,
    any_pages_arrive_once_each,
}
