//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod reserve;

lab::exercise! { "16_reserve", reserve:
    what_was_not_sent_still_waits,
    each_message_arrives_once_and_in_order,
    later_messages_stay_behind_earlier_ones,
    without_a_listener_everything_still_waits,
    a_listener_who_leaves_takes_no_message_along,
    a_slot_is_needed_for_a_message_only,
    any_messages_arrive_once,
}
