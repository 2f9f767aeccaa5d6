//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod with_temp;

lab::exercise! { "29_with_temp", with_temp:
    the_file_is_removed_before_it_returns,
    the_body_has_the_file,
    an_error_of_the_body_removes_the_file,
    a_body_that_is_cut_off_leaves_no_file,
    a_removal_that_is_cut_off_goes_on,
    nothing_is_removed_that_was_not_made,
    a_panic_of_the_body_leaves_no_file,
    each_of_several_is_removed_once,
}
