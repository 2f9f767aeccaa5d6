//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod hedged;

lab::exercise! { "11_hedged", hedged:
    a_quick_first_is_not_hedged,
    a_silent_first_gets_company_after_100_ms,
    the_first_may_still_win,
    the_loser_is_cancelled,
    who_has_more_patience_asks_later,
    any_patience_is_kept,
}
