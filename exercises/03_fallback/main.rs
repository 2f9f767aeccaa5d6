//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod fallback;

lab::exercise! { "03_fallback", fallback:
    what_the_primary_finds_is_the_answer,
    the_backup_does_not_run_when_the_primary_has_an_answer,
    the_backup_is_asked_when_the_primary_has_nothing,
    the_backup_begins_after_the_primary_has_ended,
    nothing_is_found_when_neither_knows,
    a_slow_primary_is_waited_for,
    any_times_are_waited_for,
}
