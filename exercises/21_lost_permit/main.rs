//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod lost_permit;

lab::exercise! { "21_lost_permit", lost_permit:
    never_more_than_two_at_once,
    six_pages_of_50_ms_take_150_ms,
    one_permit_means_one_at_a_time,
    the_pages_keep_their_order,
    the_limit_holds_for_any_pages,
}
