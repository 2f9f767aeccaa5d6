//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod gate;

lab::exercise! { "22_gate", gate:
    all_who_wait_pass,
    who_comes_late_passes_at_once,
    an_open_gate_stays_open,
    it_may_be_opened_twice,
    who_gives_up_harms_nobody,
}
