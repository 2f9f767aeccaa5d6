//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod pipeline;

lab::exercise! { "18_pipeline", pipeline:
    it_ends_by_itself,
    every_sack_is_ground_once,
    twenty_sacks_take_three_and_a_half_seconds,
    the_workers_share_seven_seven_six,
    a_slow_sack_holds_up_only_its_worker,
    workers_without_a_sack_go_home,
    there_are_as_many_workers_as_were_asked_for,
    no_sacks_are_fine,
    any_sacks_and_any_workers,
}
