//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod counter_actor;

lab::exercise! { "19_counter_actor", counter_actor:
    no_addition_is_lost,
    add_does_not_wait_for_the_work,
    a_full_queue_holds_the_clients_back,
    an_asker_who_gives_up_harms_nobody,
    the_owner_ends_with_the_last_counter,
    a_question_is_not_put_off,
    any_additions_make_the_sum,
}
