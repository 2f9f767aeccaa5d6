//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod flush;

lab::exercise! { "15_flush", flush:
    what_is_left_is_written_before_it_stops,
    it_stops_as_soon_as_it_is_asked,
    full_batches_are_written_as_they_fill,
    an_empty_batch_is_not_written,
    a_write_that_has_begun_is_not_cut_off,
    the_end_of_the_readings_is_an_end_too,
    a_busy_sender_does_not_put_off_the_end,
    any_readings_are_written,
}
