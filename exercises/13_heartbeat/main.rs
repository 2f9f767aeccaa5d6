//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod heartbeat;

lab::exercise! { "13_heartbeat", heartbeat:
    no_two_beats_come_closer_than_a_period,
    one_beat_at_a_time,
    the_first_beat_comes_at_once,
    slow_beats_do_not_shift_the_rhythm,
    after_a_stall_the_rhythm_begins_anew,
    who_drops_it_stops_it,
    other_periods_are_kept_too,
    odd_times_and_two_stalls,
}
