//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod named;

lab::exercise! { "10_named", named:
    each_name_has_its_own_result,
    who_panicked_is_named_too,
    all_of_them_begin_at_once,
    it_waits_for_all_of_them,
    no_calls_give_an_empty_map,
    each_call_is_a_task_of_its_own,
    any_calls_have_their_names,
}
