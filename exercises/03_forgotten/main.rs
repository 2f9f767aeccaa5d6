//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod forgotten;

lab::exercise! { "03_forgotten", forgotten:
    each_step_happens_exactly_once,
    the_steps_happen_in_their_order,
    nothing_is_left_when_checkout_returns,
    everybody_gets_a_mail,
    any_number_of_friends_gets_mail,
}
