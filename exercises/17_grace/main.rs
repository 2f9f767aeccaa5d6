//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod grace;

lab::exercise! { "17_grace", grace:
    the_straggler_is_aborted_and_named,
    who_is_quick_waits_for_nobody,
    there_is_one_deadline_for_all,
    one_straggler_does_not_harm_the_others,
    all_stragglers_are_gone_at_the_end,
    a_panic_is_no_abort,
    names_are_only_names,
    any_workers_and_any_grace,
}
