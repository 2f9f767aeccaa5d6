//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

lab::explored!("exercise.rs");

#[path = "checks.rs"]
mod gate;

lab::exercise! { "22_gate", gate:
    all_who_wait_pass,
    who_comes_late_passes_at_once,
    an_open_gate_stays_open,
    it_may_be_opened_twice,
    who_gives_up_harms_nobody,
    on_several_threads_nobody_is_left_outside,
    a_crowd_passes_at_any_moment,
}
