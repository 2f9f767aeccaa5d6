//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod by_hand;

lab::exercise! { "02_by_hand", by_hand:
    the_output_comes_back,
    tasks_run_on_the_callers_thread,
    timers_work,
    what_is_left_is_dropped,
    it_may_be_called_again,
}
