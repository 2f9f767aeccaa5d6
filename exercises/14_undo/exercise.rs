//! A seat that is held during the payment, and free again if that fails.

use lab::{Declined, Hall};

/// Takes the seat with `hall.hold(seat)`, asks for the money with
/// `hall.pay(seat).await`, and keeps the seat only if the money has come.
pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    // TODO: whatever ends this function before the money has come, the
    // seat goes back with `hall.release(seat)`.
    todo!("seat {seat} of {hall:?}")
}
