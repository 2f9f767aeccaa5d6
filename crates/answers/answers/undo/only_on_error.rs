//! wrong: an_aborted_booking_frees_the_seat
//! says: these seats are held: [5]
//! says: No line after that `.await` ran
//!
//! The seat comes back when the payment gives an error. But the booking is
//! aborted at 50 ms, in the middle of the payment: there is no error, and no
//! further line runs. What runs on that way out?

use lab::{Declined, Hall};

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let paid = hall.pay(seat).await;
    if paid.is_err() {
        hall.release(seat);
    }
    paid
}
