//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

lab::explored!("exercise.rs");

#[path = "checks.rs"]
mod bounded_buffer;

lab::exercise! { "22_bounded_buffer", bounded_buffer:
    what_comes_during_the_look_is_not_missed,
    a_full_shelf_makes_the_pusher_wait,
    two_items_for_two_who_look,
    who_finds_nothing_goes_on_waiting,
    nobody_looks_again_without_news,
    every_item_comes_once,
    two_wait_on_either_side,
    two_threads_miss_no_change,
    any_items_in_any_room,
}
