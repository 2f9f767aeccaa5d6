//! wrong: an_aborted_booking_frees_the_seat
//! says: these seats are held: [5]
//! says: No line after that `.await` ran
//!
//! Looks at the error, as an `except` would.

use lab::{Declined, Hall};

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let paid = hall.pay(seat).await;
    if paid.is_err() {
        hall.release(seat);
    }
    paid
}
