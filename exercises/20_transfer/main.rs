//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

lab::explored!("exercise.rs");

#[path = "checks.rs"]
mod transfer;

lab::exercise! { "20_transfer", transfer:
    both_are_locked_while_it_is_recorded,
    there_and_back_at_the_same_time,
    three_in_a_circle,
    others_need_not_wait,
    nobody_pays_more_than_there_is,
    from_an_account_to_itself,
    a_cancelled_transfer_moves_nothing,
    two_cannot_spend_the_same_money,
    two_threads_may_transfer,
    no_money_is_made_or_lost,
}
