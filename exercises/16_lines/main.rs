//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod lines;

lab::exercise! { "16_lines", lines:
    a_line_in_two_parts_comes_whole,
    any_number_of_calls_may_be_dropped,
    a_part_may_be_cut_anywhere,
    each_line_begins_empty,
    the_last_line_may_be_unfinished,
    one_poll_is_not_too_few,
    a_line_comes_as_soon_as_it_is_whole,
    any_text_in_any_pieces,
}
