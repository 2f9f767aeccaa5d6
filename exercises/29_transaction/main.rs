//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod transaction;

lab::exercise! { "29_transaction", transaction:
    what_is_committed_stays,
    what_is_not_committed_is_undone,
    what_is_set_is_there_at_once,
    a_new_name_is_taken_out_again,
    a_name_may_be_set_more_than_once,
    a_commit_that_fails_undoes,
    a_commit_that_is_cut_off_undoes_at_once,
    a_panic_undoes,
    another_transaction_is_left_alone,
    the_next_one_goes_back_to_the_last_commit,
    many_changes_are_undone,
}
