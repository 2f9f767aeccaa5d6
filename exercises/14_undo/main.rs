//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod undo;

lab::exercise! { "14_undo", undo:
    a_paid_seat_stays_taken,
    the_seat_is_held_during_the_payment,
    a_declined_payment_frees_the_seat,
    an_aborted_booking_frees_the_seat,
    a_booking_that_is_cut_off_frees_the_seat_at_once,
    each_booking_has_its_own_seat,
}
