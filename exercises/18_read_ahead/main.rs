//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod read_ahead;

lab::exercise! { "18_read_ahead", read_ahead:
    every_record_arrives_in_order,
    never_more_than_four_records_in_memory,
    reading_and_writing_overlap,
    the_whole_room_is_used,
    the_smallest_room_is_enough,
    any_tape_and_any_limit,
}
